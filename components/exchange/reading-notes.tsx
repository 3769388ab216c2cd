import { Heads, Tbl } from "@/components/ui/table";
import { FORMAT_LABELS } from "@/lib/exchange/labels";
import type { ImportReport } from "@/lib/exchange/model/view";
import { counted } from "@/lib/kernel/text";

const REASONS: Readonly<Record<string, string>> = {
  title: "stands above the header",
  repeated_header: "is the header once more",
  total: "is a total",
};

/** What a person should know of how a file was read: sheets, notes, and the rows that were set aside. */
export function ReadingNotes({ report }: { report: ImportReport }) {
  const { notes, others, skipped, sheets } = report;
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
        {others.map(({ name, why }) => (
          <li key={name} className="soft">
            Sheet {name} is not read: {why}
          </li>
        ))}
      </ul>
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
