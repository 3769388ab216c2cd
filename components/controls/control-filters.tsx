import { SelectField, TextField } from "@/components/ui/fields";
import { type Chip, chipsOf, FilterBar, FilterChips } from "@/components/ui/filters";
import { namedOptions, optionsOf } from "@/components/ui/options";
import { CONTROL_STATE_LABELS } from "@/lib/controls/labels";
import { type ControlSearch, controlHref } from "@/lib/controls/rules/search";
import type { RiskChoices } from "@/lib/risks/model/register";

export type ControlFiltersProps = {
  path: string;
  search: ControlSearch;
  choices: Pick<RiskChoices, "domains" | "people">;
};

const EVIDENCE = { yes: "Attached", none: "None attached" } as const;

/** Search and filters of the controls; the address is the filter. */
export function ControlFilters({ path, search, choices }: ControlFiltersProps) {
  const { sort, order } = search;
  const keep = { ...(sort === "state" ? {} : { sort }), ...(order === undefined ? {} : { order }) };
  return (
    <FilterBar path={path} search={search} keep={keep}>
      <TextField name="q" label="Search" type="search" />
      <SelectField name="state" label="State" none="Any" options={optionsOf(CONTROL_STATE_LABELS)} />
      <SelectField
        name="domain"
        label="Domain"
        none="Any"
        options={[{ value: "none", label: "No domain" }, ...namedOptions(choices.domains)]}
      />
      <SelectField
        name="owner"
        label="Owner"
        none="Anyone"
        options={[{ value: "none", label: "No owner" }, ...namedOptions(choices.people)]}
      />
      <SelectField name="evidence" label="Evidence" none="Any" options={optionsOf(EVIDENCE)} />
    </FilterBar>
  );
}

/** The filters that are on. */
export function controlChips({ path, search, choices }: ControlFiltersProps): Chip[] {
  const { q, state, domain, owner, evidence } = search;
  const filters: [string, string | undefined, Partial<ControlSearch>][] = [
    ["Search", q, { q: undefined }],
    ["State", state && CONTROL_STATE_LABELS[state].toLowerCase(), { state: undefined }],
    ["Domain", domain && nameIn(choices.domains, domain), { domain: undefined }],
    ["Owner", owner && nameIn(choices.people, owner), { owner: undefined }],
    ["Evidence", evidence && EVIDENCE[evidence].toLowerCase(), { evidence: undefined }],
  ];
  return chipsOf(filters, (off) => controlHref(path, search, off));
}

/** The same as links that take them off. */
export function ControlChips(props: ControlFiltersProps) {
  return <FilterChips chips={controlChips(props)} clearHref={props.path} />;
}

function nameIn(items: readonly { id: string; name: string }[], id: string): string {
  return id === "none" ? "none" : (items.find((item) => item.id === id)?.name ?? "unknown");
}
