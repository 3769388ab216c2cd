import { SelectField, TextField } from "@/components/ui/fields";
import { type Chip, chipsOf, FilterBar, FilterChips, MoreFilters } from "@/components/ui/filters";
import { namedOptions, optionsOf } from "@/components/ui/options";
import { ASPECT_LABELS, IMPACT_LABELS, LIKELIHOOD_LABELS, SCORE_LEVEL_LABELS } from "@/lib/risks/labels";
import type { RiskChoices } from "@/lib/risks/model";
import { asLevel } from "@/lib/risks/rules/scores";
import { type RiskSearch, riskHref } from "@/lib/risks/rules/search";

export type RegisterFiltersProps = { path: string; search: RiskSearch; choices: RiskChoices };

/** Search and filters of the register; the address is the filter. */
export function RegisterFilters({ path, search, choices }: RegisterFiltersProps) {
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
          options={choices.waves.map((wave) => ({
            value: `${wave.number}`,
            label: `${wave.number} ${wave.name}`,
          }))}
        />
        <SelectField name="level" label="Level" none="Any" options={optionsOf(SCORE_LEVEL_LABELS)} />
      </MoreFilters>
    </FilterBar>
  );
}

/** Whether one of the filters is on that are folded away. */
function hasRarer({ status, domain, wave, level }: RiskSearch): boolean {
  return status !== "open" || [domain, wave, level].some((one) => one !== undefined);
}

/** The filters that are on, each with its way off. */
export function RegisterChips({ path, search, choices }: RegisterFiltersProps) {
  const chips = registerChips(path, search, choices);
  return <FilterChips chips={chips} clearHref={`${path}#register`} />;
}

/** One chip a filter; what the plain register shows has none. */
export function registerChips(path: string, search: RiskSearch, choices: RiskChoices): Chip[] {
  const aspect = ASPECT_LABELS[search.aspect];
  const { status, appetite, domain, owner, wave, workload, level, score, due } = search;
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
      [aspect, cellWords(search), { l: undefined, i: undefined }],
      [`${aspect} score`, score && "unknown", { score: undefined }],
      ["Due", due && "overdue", { due: undefined }],
    ],
    (off) => `${riskHref(path, search, off)}#register`,
  );
}

function cellWords(search: RiskSearch): string | undefined {
  const likelihood = asLevel(search.l);
  const impact = asLevel(search.i);
  const words = [
    likelihood === null ? null : LIKELIHOOD_LABELS[likelihood].toLowerCase(),
    impact === null ? null : IMPACT_LABELS[impact].toLowerCase(),
  ].filter((word) => word !== null);
  return words.length === 0 ? undefined : words.join(" × ");
}

function nameIn(items: readonly { id: string; name: string }[], id: string): string {
  return id === "none" ? "none" : (items.find((item) => item.id === id)?.name ?? "unknown");
}

/** What the filter form does not show but the address holds. */
function keptBy(search: RiskSearch): Record<string, string> {
  const { aspect, since, sort, order, workload, l, i, score, due } = search;
  const kept = { aspect, since, sort, order, workload, l, i, score, due };
  const filled = Object.entries(kept).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as const],
  );
  return Object.fromEntries(filled);
}
