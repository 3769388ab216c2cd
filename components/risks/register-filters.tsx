import { SelectField, TextField } from "@/components/ui/fields";
import { type Chip, chipsOf, FilterBar, FilterChips, MoreFilters } from "@/components/ui/filters";
import { namedOptions, optionsOf } from "@/components/ui/options";
import { ASPECT_LABELS, PROXIMITY_LABELS, SCORE_LEVEL_LABELS } from "@/lib/risks/labels";
import type { RiskChoices } from "@/lib/risks/model/register";
import type { RiskScale } from "@/lib/risks/model/scale";
import { nameIn as stepName } from "@/lib/risks/rules/scales";
import { asLevel } from "@/lib/risks/rules/scores";
import type { RiskSearch } from "@/lib/risks/rules/search";
import { riskHref } from "@/lib/risks/rules/search-href";
import { CRITICALITY_LABELS } from "@/lib/workloads/labels";

export type RegisterFiltersProps = {
  path: string;
  search: RiskSearch;
  choices: RiskChoices;
  /** The one in use; its words name the cells. */
  scale: RiskScale;
};

/** Search and filters of the register; the address is the filter. */
export function RegisterFilters({ path, search, choices }: Omit<RegisterFiltersProps, "scale">) {
  const named = (items: readonly { id: string; name: string }[], none: string) => [
    { value: "none", label: none },
    ...namedOptions(items),
  ];
  return (
    <FilterBar path={path} search={search} keep={keptBy(search)}>
      <TextField name="q" label="Search" type="search" />
      <SelectField
        name="appetite"
        label="Appetite"
        none="Any"
        options={[
          { value: "above", label: "Above" },
          { value: "accepted", label: "Accepted" },
          { value: "within", label: "Within" },
          { value: "unknown", label: "Unknown" },
        ]}
      />
      <SelectField name="owner" label="Owner" none="Anyone" options={named(choices.people, "No owner")} />
      <MoreFilters open={hasRarer(search)}>
        <SelectField
          name="status"
          label="Status"
          options={[
            { value: "open", label: "Open" },
            { value: "closed", label: "Closed" },
            { value: "all", label: "All" },
          ]}
        />
        <SelectField name="domain" label="Domain" none="Any" options={named(choices.domains, "No domain")} />
        <SelectField
          name="wave"
          label="Wave"
          none="Any"
          options={[
            { value: "none", label: "No wave" },
            ...choices.waves.map((wave) => ({
              value: `${wave.number}`,
              label: `${wave.number} ${wave.name}`,
            })),
          ]}
        />
        <SelectField name="level" label="Level" none="Any" options={optionsOf(SCORE_LEVEL_LABELS)} />
        <SelectField name="due" label="Due" none="Any" options={optionsOf(DUE_WORDS)} />
        <SelectField name="near" label="Possible" none="Any" options={optionsOf(PROXIMITY_LABELS)} />
        <SelectField name="action" label="Actions" none="Any" options={optionsOf(ACTION_WORDS)} />
      </MoreFilters>
    </FilterBar>
  );
}

const DUE_WORDS = { overdue: "Overdue", month: "Within 30 days", none: "No date" } as const;
const ACTION_WORDS = { late: "One is late", none: "None planned" } as const;
const TOUCHED = { ...CRITICALITY_LABELS, none: "unknown" } as const;

/** Whether one of the filters is on that are folded away. */
function hasRarer({ status, domain, wave, level, due, near, action }: RiskSearch): boolean {
  return status !== "open" || [domain, wave, level, due, near, action].some((one) => one !== undefined);
}

/** The filters that are on, each with its way off. */
export function RegisterChips({ path, search, choices, scale }: RegisterFiltersProps) {
  const chips = registerChips(path, search, choices, scale);
  return <FilterChips chips={chips} clearHref={`${path}#register`} />;
}

/** One chip a filter; what the plain register shows has none. */
export function registerChips(
  path: string,
  search: RiskSearch,
  choices: RiskChoices,
  scale: RiskScale,
): Chip[] {
  const aspect = ASPECT_LABELS[search.aspect];
  const { status, appetite, domain, owner, wave, workload, level, score, due } = search;
  const { criticality, near, action } = search;
  return chipsOf<Partial<RiskSearch>>(
    [
      ["Search", search.q, { q: undefined }],
      ["Status", status === "open" ? undefined : status, { status: "open" }],
      ["Appetite", appetite, { appetite: undefined }],
      ["Domain", domain && nameIn(choices.domains, domain), { domain: undefined }],
      ["Owner", owner && nameIn(choices.people, owner), { owner: undefined }],
      ["Wave", wave?.toString(), { wave: undefined }],
      ["Workload", workload && nameIn(choices.workloads, workload), { workload: undefined }],
      [`${aspect} level`, level && SCORE_LEVEL_LABELS[level].toLowerCase(), { level: undefined }],
      [aspect, cellWords(search, scale), { l: undefined, i: undefined }],
      [`${aspect} score`, score && "unknown", { score: undefined }],
      [`${aspect} score`, search.scale && "of an older scale", { scale: undefined }],
      ["Criticality", criticality && TOUCHED[criticality].toLowerCase(), { criticality: undefined }],
      ["Due", due && DUE_WORDS[due].toLowerCase(), { due: undefined }],
      ["Possible", near && PROXIMITY_LABELS[near].toLowerCase(), { near: undefined }],
      ["Actions", action && ACTION_WORDS[action].toLowerCase(), { action: undefined }],
    ],
    (off) => `${riskHref(path, search, off)}#register`,
  );
}

function cellWords(search: RiskSearch, scale: RiskScale): string | undefined {
  const likelihood = asLevel(search.l);
  const impact = asLevel(search.i);
  const words = [
    likelihood === null ? null : stepName(scale.likelihood, likelihood).toLowerCase(),
    impact === null ? null : stepName(scale.impact, impact).toLowerCase(),
  ].filter((word) => word !== null);
  return words.length === 0 ? undefined : words.join(" × ");
}

function nameIn(items: readonly { id: string; name: string }[], id: string): string {
  return id === "none" ? "none" : (items.find((item) => item.id === id)?.name ?? "unknown");
}

/** What the filter form does not show but the address holds. */
function keptBy(search: RiskSearch): Record<string, string> {
  const { aspect, since, until, sort, order, workload, criticality, l, i, score, scale } = search;
  const kept = { aspect, since, until, sort, order, workload, criticality, l, i, score, scale };
  const filled = Object.entries(kept).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as const],
  );
  return Object.fromEntries(filled);
}
