import { SelectField, TextField } from "@/components/ui/fields";
import { namedOptions } from "@/components/ui/options";
import type { ChecklistItem } from "@/lib/cutover/model";

/** The facts of a checklist item as fields; stands inside an `ActionForm`. */
export function ItemFields({
  item,
  dueLocal,
  zone,
  people,
  sections,
}: {
  item: ChecklistItem | null;
  /** Wall-clock text of the due time, "" for none. */
  dueLocal: string;
  zone: string;
  people: readonly { id: string; name: string }[];
  sections: readonly string[];
}) {
  return (
    <>
      <TextField
        name="title"
        label="What is to be done"
        required
        defaultValue={item?.title}
        maxLength={300}
      />
      <TextField
        name="section"
        label="Section"
        optional
        list="checklist-sections"
        defaultValue={item?.section}
        hint="Items of one section stand together."
      />
      <datalist id="checklist-sections">
        {sections.map((section) => (
          <option key={section} value={section} />
        ))}
      </datalist>
      <SelectField
        name="ownerId"
        label="Owner"
        optional
        none="Nobody yet"
        options={namedOptions(people)}
        defaultValue={item?.ownerId ?? ""}
      />
      <TextField
        name="dueLocal"
        label="Due"
        type="datetime-local"
        optional
        narrow
        defaultValue={dueLocal}
        hint={`On the clocks of ${zone.replaceAll("_", " ")}.`}
      />
      {item === null ? null : (
        <TextField
          name="position"
          label="Place on the list"
          narrow
          inputMode="numeric"
          defaultValue={item.position}
          hint="1 is first; the others make room."
        />
      )}
    </>
  );
}
