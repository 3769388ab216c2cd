import { Link } from "@/components/ui/link";
import { Heads, Tbl } from "@/components/ui/table";
import type { FindingRow } from "@/lib/findings/model";
import { askHref } from "./finding-table";

/** The rows of one finding, each with whom to ask. */
export function RowTable({
  rows,
  base,
  caption,
}: {
  rows: readonly FindingRow[];
  base: string;
  caption: string;
}) {
  return (
    <Tbl caption={caption} stack="run">
      <Heads of={["About", "Whom to ask"]} />
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.place} ${row.label}`}>
            <th scope="row">
              <Link href={`${base}/${row.place}`}>{row.label}</Link>
            </th>
            <td data-l="Ask">
              <Link href={askHref(base, { id: row.asked?.id ?? null })}>
                {row.asked?.name ?? "Program manager"}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}
