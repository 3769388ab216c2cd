import { SelectField, TextField } from "@/components/ui/fields";
import { type Chip, chipsOf, FilterBar, FilterChips, MoreFilters } from "@/components/ui/filters";
import { optionsOf, plainOptions } from "@/components/ui/options";
import { ASSET_KIND_LABELS } from "@/lib/assets/labels";
import type { AssetChoices } from "@/lib/assets/model";
import { type AssetSearch, assetHref, NONE } from "@/lib/assets/rules/search";

export type AssetFiltersProps = { path: string; search: AssetSearch; choices: AssetChoices };

/** Search and filters of the list; the address is the filter. */
export function AssetFilters({ path, search, choices }: AssetFiltersProps) {
  const { environments, locations, sources } = choices;
  return (
    <FilterBar path={path} search={search} keep={keptBy(search)}>
      <TextField name="q" label="Search" type="search" />
      <SelectField
        name="workload"
        label="Serves"
        none="Anything"
        options={[
          { value: NONE, label: "No workload yet" },
          { value: "any", label: "A workload" },
          ...(choices.workload !== null && search.workload !== undefined
            ? [{ value: search.workload, label: choices.workload }]
            : []),
        ]}
      />
      <SelectField
        name="kind"
        label="Kind"
        none="Any"
        options={[...optionsOf(ASSET_KIND_LABELS), { value: NONE, label: "Unknown" }]}
      />
      <MoreFilters open={hasRarer(search)}>
        <SelectField
          name="environment"
          label="Environment"
          none="Any"
          options={[...plainOptions(environments), { value: NONE, label: "Unknown" }]}
        />
        <SelectField
          name="location"
          label="Location"
          none="Any"
          options={[...plainOptions(locations), { value: NONE, label: "Unknown" }]}
        />
        <SelectField
          name="source"
          label="Said by"
          none="Anybody"
          options={[...plainOptions(sources), { value: NONE, label: "People alone" }]}
        />
      </MoreFilters>
    </FilterBar>
  );
}

/** The filters that are on, each with its way off. */
export function AssetChips({ path, search, choices }: AssetFiltersProps) {
  return <FilterChips chips={assetChips(path, search, choices)} clearHref={`${path}#assets`} />;
}

/** One chip a filter; what the plain list shows has none. */
export function assetChips(path: string, search: AssetSearch, choices: AssetChoices): Chip[] {
  return chipsOf<Partial<AssetSearch>>(
    [
      ["Search", search.q, { q: undefined }],
      ["Serves", servesWords(search.workload, choices), { workload: undefined }],
      ["Kind", kindWords(search.kind), { kind: undefined }],
      ["Environment", orUnknown(search.environment), { environment: undefined }],
      ["Location", orUnknown(search.location), { location: undefined }],
      ["Said by", search.source === NONE ? "people alone" : search.source, { source: undefined }],
    ],
    (off) => `${assetHref(path, search, off)}#assets`,
  );
}

/** Whether one of the filters is on that are folded away. */
function hasRarer({ environment, location, source }: AssetSearch): boolean {
  return [environment, location, source].some((one) => one !== undefined);
}

function servesWords(workload: string | undefined, choices: AssetChoices): string | undefined {
  if (workload === NONE) return "no workload yet";
  if (workload === "any") return "a workload";
  return workload === undefined ? undefined : (choices.workload ?? "a workload that is not there");
}

function kindWords(kind: AssetSearch["kind"]): string | undefined {
  return kind === undefined || kind === NONE ? orUnknown(kind) : ASSET_KIND_LABELS[kind];
}

function orUnknown(value: string | undefined): string | undefined {
  return value === NONE ? "unknown" : value;
}

/** What the filter form does not show but the address holds. */
function keptBy({ sort, order }: AssetSearch): Record<string, string> {
  return sort === "name" && order === "asc" ? {} : { sort, order };
}
