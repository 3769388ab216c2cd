import { SelectField, TextField } from "@/components/ui/fields";
import { type Chip, chipsOf, FilterBar, FilterChips } from "@/components/ui/filters";
import { optionsOf } from "@/components/ui/options";
import { VALIDITY_LABELS } from "@/lib/evidence/labels";
import { type EvidenceSearch, evidenceHref } from "@/lib/evidence/rules/search";

type Props = { path: string; search: EvidenceSearch };

const USED = { yes: "By something", no: "By nothing" } as const;

/** Search and filters of the evidence; the address is the filter. */
export function EvidenceFilters({ path, search }: Props) {
  const { sort, order } = search;
  const keep = { ...(sort === "added" ? {} : { sort }), ...(order === undefined ? {} : { order }) };
  return (
    <FilterBar path={path} keep={keep}>
      <TextField name="q" label="Title, file, note or digest" type="search" defaultValue={search.q} />
      <SelectField
        name="validity"
        label="Validity"
        none="Any"
        defaultValue={search.validity}
        options={optionsOf(VALIDITY_LABELS)}
      />
      <SelectField
        name="used"
        label="Used"
        none="By something or nothing"
        defaultValue={search.used}
        options={optionsOf(USED)}
      />
    </FilterBar>
  );
}

/** The filters that are on. */
export function evidenceChips({ path, search }: Props): Chip[] {
  const filters: [string, string | undefined, Partial<EvidenceSearch>][] = [
    ["Search", search.q, { q: undefined }],
    ["Validity", search.validity && VALIDITY_LABELS[search.validity], { validity: undefined }],
    ["Used", search.used && USED[search.used], { used: undefined }],
  ];
  return chipsOf(filters, (off) => evidenceHref(path, search, off));
}

/** The same as links that take them off. */
export function EvidenceChips(props: Props) {
  return <FilterChips chips={evidenceChips(props)} clearHref={props.path} />;
}
