import { SelectField, TextField } from "@/components/ui/fields";
import { type Chip, chipsOf, FilterBar } from "@/components/ui/filters";
import { namedOptions, optionsOf, plainOptions } from "@/components/ui/options";
import { STATE_LABELS } from "@/lib/questions/labels";
import type { QuestionChoices } from "@/lib/questions/model";
import { A_PERSON, type QuestionSearch, questionHref } from "@/lib/questions/rules/search";
import { fieldLabel } from "@/lib/questions/rules/value-words";

export type QuestionFiltersProps = { path: string; search: QuestionSearch; choices: QuestionChoices };
type ChipProps = QuestionFiltersProps & {
  /** Name of the workload or asset that the address asks for. */ subject?: string;
};

/** Search and filters of the questions; the address is the filter. */
export function QuestionFilters({ path, search, choices }: QuestionFiltersProps) {
  const { sort, order, subject, present, import: importId } = search;
  const keep = Object.entries({ sort, order, subject, present, import: importId }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return (
    <FilterBar path={path} search={search} keep={Object.fromEntries(keep)}>
      <TextField name="q" label="Search" type="search" />
      <SelectField
        name="state"
        label="State"
        options={[...optionsOf(STATE_LABELS), { value: "all", label: "All" }]}
      />
      <SelectField
        name="asked"
        label="Asked"
        none="Anyone"
        options={[
          { value: "me", label: "Me" },
          { value: "none", label: "Program manager" },
          ...namedOptions(choices.people),
        ]}
      />
      <SelectField
        name="about"
        label="About"
        none="Anything"
        options={[
          { value: "workload", label: "Workloads" },
          { value: "asset", label: "Assets" },
        ]}
      />
      <SelectField
        name="field"
        label="Fact"
        none="Any"
        options={choices.fields.map((field) => ({ value: field, label: eitherLabel(field) }))}
      />
      <SelectField name="source" label="Said by" none="Any source" options={plainOptions(choices.sources)} />
    </FilterBar>
  );
}

/** One chip a filter; what the plain list shows has none. */
export function questionChips({ path, search, choices, subject }: ChipProps): Chip[] {
  return chipsOf<Partial<QuestionSearch>>(
    [
      ["Search", search.q, { q: undefined }],
      ["State", stateWord(search.state), { state: "open" }],
      ["Asked", search.asked && askedWord(search.asked, choices), { asked: undefined }],
      ["About", search.about && `${search.about}s`, { about: undefined }],
      ["Fact", search.field && eitherLabel(search.field), { field: undefined }],
      ["Said by", search.source, { source: undefined }],
      ["Stands by", search.present === A_PERSON ? "a person" : search.present, { present: undefined }],
      ["About", search.subject && (subject ?? "one of the estate"), { subject: undefined }],
      ["Raised by", search.import && "one import", { import: undefined }],
    ],
    (off) => questionHref(path, search, off),
  );
}

/** The plain list shows the open ones, so that they are no filter. */
function stateWord(state: QuestionSearch["state"]): string | undefined {
  if (state === "open") return undefined;
  return state === "all" ? "all" : STATE_LABELS[state];
}

function askedWord(asked: string, choices: QuestionChoices): string {
  if (asked === "me") return "me";
  if (asked === "none") return "program manager";
  return choices.people.find((person) => person.id === asked)?.name ?? "unknown";
}

/** A field of either kind of subject in words. */
function eitherLabel(field: string): string {
  const word = fieldLabel("workload", field);
  return word === field ? fieldLabel("asset", field) : word;
}
