import { Section } from "@/components/ui/page";
import { Heads, Tbl } from "@/components/ui/table";
import { UNDO_WORDS } from "@/lib/exchange/labels";
import type { UndoView } from "@/lib/exchange/model/view";
import { counted, formatCount } from "@/lib/kernel/text";

/** What taking an import back does, thing by thing. */
export function UndoConsequences({ view }: { view: UndoView }) {
  const kinds = Object.keys(UNDO_WORDS).filter((kind) =>
    [...view.removes, ...view.restores].some((one) => one.entity === kind),
  );
  const of = (rows: UndoView["removes"], kind: string) => rows.find((row) => row.entity === kind)?.count ?? 0;
  return (
    <Section
      id="consequences"
      title="What it means"
      finding="Earlier values come back as new events; the trail keeps both. People and sources that are used elsewhere stay."
    >
      <Tbl caption="What is removed and what gets its earlier values" stack="plain">
        <Heads of={["What", ["Removed", "r"], ["Earlier values", "r"]]} />
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{UNDO_WORDS[kind]}</th>
              <td className="r" data-l="Removed: ">
                {formatCount(of(view.removes, kind))}
              </td>
              <td className="r" data-l="Earlier values: ">
                {formatCount(of(view.restores, kind))}
              </td>
            </tr>
          ))}
        </tbody>
      </Tbl>
    </Section>
  );
}

/** What keeps an import from being taken back. */
export function UndoBlockers({ view }: { view: UndoView }) {
  const more = view.blocked - view.blockers.length;
  return (
    <Section
      id="in-the-way"
      title="What stands in the way"
      finding={`${counted(view.blocked, "thing")} changed since, or ${view.blocked === 1 ? "is" : "are"} needed by something else. Undo these first, or leave the import as it is.`}
    >
      <Tbl caption="What stands in the way" stack="plain">
        <Heads of={["What", "Why"]} />
        <tbody>
          {view.blockers.map(({ subject, why }) => (
            <tr key={`${subject} ${why}`}>
              <th scope="row">{subject}</th>
              <td>{why}</td>
            </tr>
          ))}
        </tbody>
      </Tbl>
      {more > 0 ? <p className="soft">and {counted(more, "more")}.</p> : null}
    </Section>
  );
}
