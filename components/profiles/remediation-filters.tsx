import { SelectField, TextField } from "@/components/ui/fields";
import { chipsOf, FilterBar, FilterChips } from "@/components/ui/filters";
import { optionsOf } from "@/components/ui/options";
import { REMEDIATION_KIND_LABELS, REMEDIATION_STATE_LABELS } from "@/lib/profiles/labels";
import type { RemediationChoices } from "@/lib/profiles/model";
import { type RemediationSearch, remediationHref } from "@/lib/profiles/rules/search";

type Props = { path: string; search: RemediationSearch; choices: RemediationChoices };

/** Search and filters of the list; the address is the filter. */
export function RemediationFilters({ path, search, choices }: Props) {
  return (
    <FilterBar
      path={path}
      search={search}
      keep={{ sort: search.sort, order: search.order, ...(search.due ? { due: search.due } : {}) }}
    >
      <TextField name="q" label="Search" type="search" />
      <SelectField
        name="state"
        label="State"
        options={[
          { value: "pending", label: "Still to do" },
          ...optionsOf(REMEDIATION_STATE_LABELS),
          { value: "all", label: "All" },
        ]}
      />
      <SelectField name="kind" label="Kind" none="Any" options={optionsOf(REMEDIATION_KIND_LABELS)} />
      <SelectField
        name="owner"
        label="Owner"
        none="Anyone"
        options={[{ value: "none", label: "No owner" }, ...choices.people]}
      />
      <SelectField
        name="wave"
        label="Wave"
        none="Any"
        options={[...choices.waves, { value: "none", label: "No wave" }]}
      />
    </FilterBar>
  );
}

/** The filters that are on, each with its way off. */
export function RemediationChips({ path, search, choices }: Props) {
  const { state, kind, owner, wave, due } = search;
  const chips = chipsOf<Partial<RemediationSearch>>(
    [
      ["Search", search.q, { q: undefined }],
      ["State", stateWord(state), { state: "pending" }],
      ["Kind", kind && REMEDIATION_KIND_LABELS[kind].toLowerCase(), { kind: undefined }],
      ["Owner", owner && nameIn(choices.people, owner), { owner: undefined }],
      ["Wave", wave?.toString(), { wave: undefined }],
      ["Due", due && (due === "none" ? "no date" : "overdue"), { due: undefined }],
    ],
    (off) => remediationHref(path, search, off),
  );
  return <FilterChips chips={chips} clearHref={path} />;
}

/** The plain list shows what is still to do, so that this is no filter. */
function stateWord(state: RemediationSearch["state"]): string | undefined {
  if (state === "pending") return undefined;
  return state === "all" ? "all" : REMEDIATION_STATE_LABELS[state].toLowerCase();
}

function nameIn(options: readonly { value: string; label: string }[], value: string): string {
  return options.find((option) => option.value === value)?.label ?? value;
}
