import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { PhoneFold } from "@/components/ui/phone-fold";
import { Heads, Tbl } from "@/components/ui/table";
import type { TemplateItem } from "@/lib/cutover/model";
import { offsetMark, offsetWords } from "@/lib/cutover/rules/offset";

type Props = {
  items: readonly TemplateItem[];
  /** Address under which an item is changed by its key; null where nothing may be changed. */
  base: string | null;
};

/** The items of a version, in their sections. */
export function TemplateTable({ items, base }: Props) {
  const titles = new Map(items.map(({ key, title }) => [key, title]));
  return [...new Set(items.map(({ section }) => section))].map((section, at) => (
    <PhoneFold
      key={section}
      phoneOpen={at === 0}
      summary={
        <h3 className="grp">
          {section === "" ? "Items" : section}{" "}
          <span>{items.filter((item) => item.section === section).length}</span>
        </h3>
      }
    >
      <Tbl caption={section === "" ? "Items" : section} stack="run">
        <Heads hidden of={["Item", "Who", "Due", "Comes after"]} />
        <tbody>
          {items
            .filter((item) => item.section === section)
            .map((item) => (
              <Row key={item.key} item={item} base={base} titles={titles} />
            ))}
        </tbody>
      </Tbl>
    </PhoneFold>
  ));
}

type RowProps = { item: TemplateItem; base: string | null; titles: ReadonlyMap<string, string> };

function Row({ item, base, titles }: RowProps) {
  const { offset, after } = item;
  return (
    <tr>
      <th scope="row" className="w-1/2 max-[719px]:w-auto">
        {base === null ? item.title : <Link href={`${base}/${item.key}`}>{item.title}</Link>}
        {item.why === "" ? null : <span className="sub">{item.why}</span>}
      </th>
      <td className="w-1/6 max-[719px]:w-auto">
        {item.duty === "" ? <Missing>no duty named</Missing> : item.duty}
        {item.needsEvidence ? <span className="sub">needs evidence</span> : null}
      </td>
      <td className="w-1/12 nw max-[719px]:w-auto">
        {offset === null ? (
          <Missing>no due time</Missing>
        ) : (
          <abbr title={offsetWords(offset)}>{offsetMark(offset)}</abbr>
        )}
      </td>
      <td className="subs">
        {after.map((key) => (
          <span className="sub" key={key}>
            after {titles.get(key) ?? key}
          </span>
        ))}
      </td>
    </tr>
  );
}
