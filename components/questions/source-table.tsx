import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Moment } from "@/components/ui/moment";
import { Heads, Tbl } from "@/components/ui/table";
import { formatCount } from "@/lib/kernel/text";
import { TRUST_LABELS } from "@/lib/questions/labels";
import type { SourceLine } from "@/lib/questions/model";

type Props = { rows: readonly SourceLine[]; base: string; zone: string };

/** Every source with how far it is trusted and what it speaks for. */
export function SourceTable({ rows, base, zone }: Props) {
  return (
    <Tbl caption="Sources" stack="run">
      <Heads
        of={[
          "Source",
          "Trust",
          ["Workloads", "r"],
          ["Assets", "r"],
          "Last word",
          ["Open questions", "r"],
          ["Imports", "r"],
        ]}
      />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link href={`${base}/sources/${row.id}`}>{row.name}</Link>
            </th>
            <td data-l="Trust">
              <b>{row.trust}</b> of 5 <span className="mute">{TRUST_LABELS[row.trust]?.toLowerCase()}</span>
            </td>
            <td className="r" data-l="Workloads">
              {formatCount(row.workloads)}
            </td>
            <td className="r" data-l="Assets">
              {formatCount(row.assets)}
            </td>
            <td data-l="Last word">
              {row.lastAt === null ? (
                <Missing>never</Missing>
              ) : (
                <Moment at={row.lastAt} zone={zone} show="day" />
              )}
            </td>
            <td className="r" data-l="Open questions">
              {row.openQuestions === 0 ? (
                "0"
              ) : (
                <Link href={`${base}/questions?source=${encodeURIComponent(row.name)}`}>
                  {formatCount(row.openQuestions)}
                </Link>
              )}
            </td>
            <td className="r" data-l="Imports">
              {formatCount(row.imports)}
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}
