import type { Chip } from "@/components/ui/filters";
import { counted } from "@/lib/kernel/text";
import { FILTER_LABELS } from "@/lib/workloads/labels";
import { FILTER_KEYS, type FilterOptions, type WorkloadSearch } from "@/lib/workloads/model/search";
import { searchQuery, withFilter } from "@/lib/workloads/rules/search";

/** One chip a filter that is on, each with the address without it. */
export function chipsOf(search: WorkloadSearch, options: FilterOptions, path: string): readonly Chip[] {
  const text: Chip[] =
    search.text === ""
      ? []
      : [{ label: "Search", value: search.text, removeHref: address({ ...search, text: "", page: 1 }) }];
  const filters = FILTER_KEYS.filter((key) => search.filters[key].length > 0).map((key) => ({
    label: FILTER_LABELS[key].label,
    value: search.filters[key]
      .map((value) => options[key].find((option) => option.value === value)?.label ?? value)
      .map((label) => (key === "wave" ? label.split("  ")[0] : label))
      .join(", "),
    removeHref: address(withFilter(search, key, [])),
  }));
  const ids: Chip[] =
    search.ids.length === 0
      ? []
      : [
          {
            label: "Only",
            value: counted(search.ids.length, "marked workload"),
            removeHref: address({ ...search, ids: [], page: 1 }),
          },
        ];
  return [...text, ...filters, ...ids];

  function address(next: WorkloadSearch): string {
    return `${path}${searchQuery(next)}`;
  }
}
