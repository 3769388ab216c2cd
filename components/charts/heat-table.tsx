import { Link } from "@/components/ui/link";

export type HeatTableCell = {
  key: string;
  count: number;
  /** Step of the ramp; null where nothing is known to be there. */
  level: 1 | 2 | 3 | 4 | 5 | null;
  /** "High" */
  word: string;
  /** Whether it may be worse than it shows. */
  doubt: boolean;
  /** "1 not scored" */
  note: string;
  href: string;
  /** The whole sentence, the name of the link. */
  sentence: string;
};

export type HeatTableProps = {
  /** "Current risk by domain and wave, as of Tue 12 Jan 2027, 14:40 GMT" */
  caption: string;
  corner: string;
  columns: readonly { key: string | null; label: string }[];
  rows: readonly { key: string | null; label: string; cells: readonly HeatTableCell[] }[];
};

/** Two kinds of thing against each other as a table: count and word in every cell, each a link to its rows. */
export function HeatTable({ caption, corner, columns, rows }: HeatTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="heat-wrap" aria-label={caption} tabIndex={0}>
      <table className="heat">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            <td className="ax">{corner}</td>
            {columns.map(({ key, label }) => (
              <th key={key ?? "none"} scope="col" className={key === null ? "none" : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key ?? "none"}>
              <th scope="row" className={row.key === null ? "none" : undefined}>
                {row.label}
              </th>
              {row.cells.map((cell) => (
                <td key={cell.key} className={classOf(cell)}>
                  <Link href={cell.href} aria-label={cell.sentence}>
                    <b>
                      {cell.count}
                      {cell.doubt ? <small>?</small> : null}
                    </b>
                    <span>{cell.count === 0 ? "" : cell.word}</span>
                    {cell.note === "" ? null : <em>{cell.note}</em>}
                  </Link>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function classOf({ count, level }: HeatTableCell): string {
  if (level !== null) return `k${level}`;
  return count === 0 ? "z" : "u";
}
