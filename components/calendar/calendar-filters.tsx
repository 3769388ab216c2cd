import { SelectField } from "@/components/ui/fields";
import { chipsOf, FilterBar, FilterChips } from "@/components/ui/filters";
import { optionsOf } from "@/components/ui/options";
import { PERIOD_KIND_LABELS, SCOPE_LABELS } from "@/lib/calendar/labels";
import { type CalendarSearch, calendarHref } from "@/lib/calendar/rules/search";

type Props = { path: string; search: CalendarSearch };

/** What of the calendar is shown. */
export function CalendarFilters({ path, search }: Props) {
  return (
    <FilterBar path={path}>
      <SelectField
        name="kind"
        label="Kind"
        none="All kinds"
        options={optionsOf(PERIOD_KIND_LABELS)}
        defaultValue={search.kind ?? ""}
      />
      <SelectField
        name="scope"
        label="About"
        none="Everything"
        options={optionsOf(SCOPE_LABELS)}
        defaultValue={search.scope ?? ""}
      />
    </FilterBar>
  );
}

/** The filters that are on. */
export function CalendarChips({ path, search }: Props) {
  const chips = chipsOf<Partial<CalendarSearch>>(
    [
      ["Kind", search.kind && PERIOD_KIND_LABELS[search.kind], { kind: undefined }],
      ["About", search.scope && SCOPE_LABELS[search.scope], { scope: undefined }],
    ],
    (change) => calendarHref(path, search, change),
  );
  return <FilterChips chips={chips} clearHref={path} />;
}
