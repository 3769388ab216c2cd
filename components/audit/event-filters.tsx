import { SelectField, TextField } from "@/components/ui/fields";
import { type Chip, chipsOf, FilterBar, FilterChips } from "@/components/ui/filters";
import { namedOptions } from "@/components/ui/options";
import { EVENT_GROUPS, kindLabel } from "@/lib/audit/labels";
import type { EventFilters as Choices } from "@/lib/audit/model";
import { eventHref } from "@/lib/audit/rules/event-address";
import type { EventSearch } from "@/lib/audit/schema";
import { formatDate } from "@/lib/kernel/moments";

export type EventFiltersProps = { path: string; search: EventSearch; choices: Choices };

/** Search and filters of the event list; the address holds them. */
export function EventFilters({ path, search, choices }: EventFiltersProps) {
  const people = namedOptions(choices.people);
  const subjects = choices.subjects.map((type) => ({ value: type, label: kindLabel(type) }));
  return (
    <FilterBar path={path} search={search}>
      <TextField name="text" label="Name of the subject" type="search" />
      <SelectField name="group" label="Action" none="Any action" options={EVENT_GROUPS} />
      <SelectField name="subject" label="Subject" none="Any subject" options={subjects} />
      <SelectField name="person" label="Person" none="Anybody" options={people} />
      <TextField name="from" label="Happened from" type="date" />
      <TextField name="to" label="Happened to" type="date" />
    </FilterBar>
  );
}

/** The filters that are on, each with the way to take it off. */
export function EventChips({ path, search, choices }: EventFiltersProps) {
  return <FilterChips chips={eventChips({ path, search, choices })} clearHref={path} />;
}

export function eventChips({ path, search, choices }: EventFiltersProps): Chip[] {
  const person = choices.people.find(({ id }) => id === search.person);
  return chipsOf<Partial<EventSearch>>(
    [
      ["Name", search.text, { text: undefined }],
      ["Action", search.group && kindLabel(search.group), { group: undefined }],
      ["Subject", search.subject && kindLabel(search.subject), { subject: undefined }],
      ["Person", search.person && (person?.name ?? "somebody who is no member"), { person: undefined }],
      ["From", search.from && formatDate(search.from), { from: undefined }],
      ["To", search.to && formatDate(search.to), { to: undefined }],
    ],
    (off) => eventHref(path, search, off),
  );
}
