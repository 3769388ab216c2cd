import { Checkbox } from "@/components/ui/choices";
import { TextArea, TextField } from "@/components/ui/fields";
import { KNOWN_DUTIES, type TemplateItem } from "@/lib/cutover/model";

type Said = Pick<TemplateItem, "section" | "title" | "why" | "duty" | "needsEvidence">;

/** What an item says, whether of a template or of a wave; stands inside an `ActionForm`. */
export function AboutFields({ item, sections }: { item: Said | null; sections: readonly string[] }) {
  return (
    <>
      <TextField
        name="title"
        label="What is to be done"
        required
        defaultValue={item?.title}
        maxLength={300}
      />
      <TextArea
        name="why"
        label="Why it matters, or how it is done"
        optional
        rows={2}
        defaultValue={item?.why}
        maxLength={2000}
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
      <TextField
        name="duty"
        label="Whose duty it is"
        optional
        list="checklist-duties"
        maxLength={60}
        defaultValue={item?.duty}
        hint="With a duty named, it cannot be done before somebody owns it."
      />
      <datalist id="checklist-duties">
        {KNOWN_DUTIES.map((duty) => (
          <option key={duty} value={duty} />
        ))}
      </datalist>
      <Checkbox
        name="needsEvidence"
        label="It needs evidence"
        hint="It cannot be done before something that shows it is attached."
        defaultChecked={item?.needsEvidence}
      />
    </>
  );
}
