import { AboutFields } from "@/components/cutover/about-fields";
import { ComesAfter } from "@/components/cutover/item-fields";
import { OffsetFields } from "@/components/cutover/offset-fields";
import { TextField } from "@/components/ui/fields";
import type { TemplateItem } from "@/lib/cutover/model";

/** An item of a draft as fields; stands inside an `ActionForm`. */
export function TemplateItemFields({
  item,
  all,
}: {
  item: TemplateItem | null;
  all: readonly TemplateItem[];
}) {
  return (
    <>
      <AboutFields item={item} sections={[...new Set(all.map(({ section }) => section))]} />
      <OffsetFields offset={item?.offset ?? null} optional />
      <ComesAfter
        name="after"
        chosen={item?.after ?? []}
        options={all
          .filter(({ key }) => key !== item?.key)
          .map(({ key, title }) => ({ value: key, label: title }))}
      />
      <TextField
        name="position"
        label="Place on the list"
        narrow
        optional={item === null}
        inputMode="numeric"
        defaultValue={item === null ? "" : all.indexOf(item) + 1}
        hint={item === null ? "Left empty, it comes last." : "1 is first; the others make room."}
      />
    </>
  );
}
