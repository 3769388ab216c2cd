import { AboutFields } from "@/components/cutover/about-fields";
import { OffsetFields } from "@/components/cutover/offset-fields";
import { Choices } from "@/components/ui/choices";
import { SelectField, TextField } from "@/components/ui/fields";
import { namedOptions } from "@/components/ui/options";
import type { ChecklistItem } from "@/lib/cutover/model";
import { counted } from "@/lib/kernel/text";

/** The facts of a checklist item as fields; stands inside an `ActionForm`. */
export function ItemFields({
  item,
  dueLocal,
  zone,
  people,
  all,
}: {
  item: ChecklistItem | null;
  /** Wall-clock text of the due time, "" for none. */
  dueLocal: string;
  zone: string;
  people: readonly { id: string; name: string }[];
  /** Every item of the list. */
  all: readonly ChecklistItem[];
}) {
  return (
    <>
      <AboutFields item={item} sections={[...new Set(all.map(({ section }) => section))]} />
      <SelectField
        name="ownerId"
        label="Owner"
        optional
        none="Nobody yet"
        options={namedOptions(people)}
        defaultValue={item?.ownerId ?? ""}
      />
      <OffsetFields offset={item?.offset ?? null} optional />
      <TextField
        name="dueLocal"
        label="Or due at a time of its own"
        type="datetime-local"
        optional
        narrow
        defaultValue={dueLocal}
        hint={`On the clocks of ${zone.replaceAll("_", " ")}. It stays when the window moves.`}
      />
      {item === null ? null : (
        <>
          <ComesAfter
            name="afterIds"
            chosen={item.comesAfter.map(({ id }) => id)}
            options={all
              .filter(({ id }) => id !== item.id)
              .map(({ id, title }) => ({ value: id, label: title }))}
          />
          <TextField
            name="position"
            label="Place on the list"
            narrow
            inputMode="numeric"
            defaultValue={item.position}
            hint="1 is first; the others make room."
          />
        </>
      )}
    </>
  );
}

type Following = {
  name: string;
  chosen: readonly string[];
  options: readonly { value: string; label: string }[];
};

/** What comes first, folded away: a list may have many items. */
export function ComesAfter({ name, chosen, options }: Following) {
  if (options.length === 0) return null;
  return (
    <details className="field" open={chosen.length > 0 && options.length <= 12}>
      <summary className="btn" style={{ width: "fit-content" }}>
        Comes after {chosen.length === 0 ? "nothing else" : counted(chosen.length, "item")}
      </summary>
      <Choices name={name} legend="What comes first" many options={options} defaultValues={chosen} />
    </details>
  );
}
