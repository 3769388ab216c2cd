import { Due } from "@/components/cutover/due";
import { Missing } from "@/components/ui/missing";
import { PhoneFold } from "@/components/ui/phone-fold";
import { Verdict } from "@/components/ui/status";
import { Heads, Tbl } from "@/components/ui/table";
import type { Coming, ComingItem } from "@/lib/cutover/model";

/** What a template would bring, each with a box to leave it out; stands inside an `ActionForm`. */
export function ComingFields({ coming, now }: { coming: Coming; now: Date }) {
  const here = coming.items.filter((item) => item.here);
  return (
    <>
      <Sections {...coming} now={now} items={coming.items.filter((item) => !item.here)} />
      {here.length === 0 ? null : (
        <details className="fold">
          <summary>
            <h3 className="grp">
              On the list already <span>{here.length}</span>
            </h3>
          </summary>
          <Sections {...coming} now={now} items={here} />
        </details>
      )}
    </>
  );
}

function Sections({ items, zone, now }: { items: readonly ComingItem[]; zone: string; now: Date }) {
  const sections = [...new Set(items.map(({ section }) => section))];
  return sections.map((section, at) => (
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
      <Tbl caption={section === "" ? "Items" : section} stack="lead">
        <Heads hidden of={["Take", "Item", "Owner", "Due"]} />
        <tbody>
          {items
            .filter((item) => item.section === section)
            .map((item) => (
              <Row key={item.key} item={item} zone={zone} now={now} />
            ))}
        </tbody>
      </Tbl>
    </PhoneFold>
  ));
}

function Row({ item, zone, now }: { item: ComingItem; zone: string; now: Date }) {
  return (
    <tr>
      <td style={{ width: 44 }}>
        {item.here ? null : (
          <label className="check tap">
            <input className="cb" type="checkbox" name="keys" value={item.key} defaultChecked />
            <span className="vh">{item.title}</span>
          </label>
        )}
      </td>
      <th scope="row" className="w-1/2 max-[719px]:w-auto">
        {item.title}
        <span className="sub">{item.why}</span>
      </th>
      <td className="w-1/5 max-[719px]:w-auto">
        {item.here ? (
          <Verdict tone="done">On the list already</Verdict>
        ) : (
          <>
            {item.owner ?? (
              <Missing>{item.duty === "" ? "nobody yet" : `nobody yet, for the ${item.duty}`}</Missing>
            )}
            {item.needsEvidence ? <span className="sub">needs evidence</span> : null}
          </>
        )}
      </td>
      <td className="w-1/4 max-[719px]:w-auto">
        <Due item={{ ...item, state: "open" }} zone={zone} now={now} />
      </td>
    </tr>
  );
}
