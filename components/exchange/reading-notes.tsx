import { Heads, Tbl } from "@/components/ui/table";
import { FORMAT_LABELS } from "@/lib/exchange/labels";
import type { ImportReport } from "@/lib/exchange/model/view";
import { counted } from "@/lib/kernel/text";

const REASONS: Readonly<Record<string, string>> = {
  title: "stands above the header",
  repeated_header: "is the header once more",
  total: "is a total",
};

const FEW = 3;

/** What a person should know of how a file was read: sheets, notes, and the rows that were set aside. */
export function ReadingNotes({ report }: { report: ImportReport }) {
  const { notes, skipped, sheets } = report;
  const others = report.others.filter((other) => other.name !== "");
  const setAside = sheets.reduce((sum, sheet) => sum + sheet.skipped, 0);
  if (notes.length + others.length + setAside === 0 && sheets.length < 2) return null;
  return (
    <div style={{ marginBottom: 16 }}>
      <ul className="rows dense">
        {sheets.length < 2
          ? null
          : sheets.map((sheet) => (
              <li key={sheet.name}>
                Sheet {sheet.name}: {sheet.format === null ? "not recognised" : FORMAT_LABELS[sheet.format]}
              </li>
            ))}
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        {others.length > FEW ? null : others.map((other) => <Other key={other.name} {...other} />)}
      </ul>
      {others.length > FEW ? (
        <details className="more">
          <summary>{counted(others.length, "other sheet")}, of which little or nothing is read</summary>
          <ul className="rows dense" style={{ marginTop: 8 }}>
            {others.map((other) => (
              <Other key={other.name} {...other} />
            ))}
          </ul>
        </details>
      ) : null}
      {setAside === 0 ? null : (
        <details className="more">
          <summary>{counted(setAside, "row")} set aside, as they look like no record</summary>
          <Tbl caption="Rows set aside" stack="plain">
            <Heads of={["Row", "Begins with", "Why"]} />
            <tbody>
              {skipped.map((row) => (
                <tr key={`${row.table} ${row.row}`}>
                  <th scope="row">
                    {row.row}
                    {row.table === "" ? "" : ` of ${row.table}`}
                  </th>
                  <td>{row.text}</td>
                  <td>{REASONS[row.reason] ?? row.reason}</td>
                </tr>
              ))}
            </tbody>
          </Tbl>
        </details>
      )}
    </div>
  );
}

/** A sheet that is no table of the import: what little is taken from it, or why nothing is. */
function Other({ name, why }: { name: string; why: string }) {
  const reason = why.charAt(0).toLowerCase() + why.slice(1);
  return (
    <li className="soft">
      Sheet {name}
      {reason.startsWith("only ") ? ": " : " is not read: "}
      {reason}
    </li>
  );
}
