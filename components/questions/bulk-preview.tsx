import { Heads, Tbl } from "@/components/ui/table";
import { formatCount } from "@/lib/kernel/text";
import type { QuestionLine, Take } from "@/lib/questions/model";
import { fieldLabel } from "@/lib/questions/rules/value-words";
import { Spoken } from "./spoken";

const SHOWN = 100;

/** What each question comes to, before anything is written; the first hundred. */
export function BulkPreviewTable({ lines, take }: { lines: readonly QuestionLine[]; take: Take }) {
  return (
    <>
      <Tbl caption="What each question comes to" stack="cards">
        <Heads of={["About", "Fact", "Stands now", "Will stand"]} />
        <tbody>
          {lines.slice(0, SHOWN).map((line) => (
            <Line key={line.id} {...{ line, take }} />
          ))}
        </tbody>
      </Tbl>
      {lines.length > SHOWN ? (
        <p className="soft dense">{`And ${formatCount(lines.length - SHOWN)} more of the same kind.`}</p>
      ) : null}
    </>
  );
}

function Line({ line, take }: { line: QuestionLine; take: Take }) {
  const about = { type: line.subjectType, field: line.field };
  return (
    <tr>
      <th scope="row">{line.subject}</th>
      <td className="hl">{fieldLabel(line.subjectType, line.field)}</td>
      <td data-l="Stands now:">
        <Spoken {...about} value={line.presentValue} source={line.presentSource} />
      </td>
      <td data-l="Will stand:">
        {take === "present" ? (
          <span className="soft">the same</span>
        ) : (
          <Spoken {...about} value={line.statedValue} source={line.statedSource} />
        )}
      </td>
    </tr>
  );
}
