import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import { Heads, Tbl } from "@/components/ui/table";
import { SUBJECT_LABELS } from "@/lib/evidence/labels";
import type { Use } from "@/lib/evidence/model";

/** What rests on a piece of evidence, with who attached it. */
export function UseTable({ uses, base, zone }: { uses: readonly Use[]; base: string; zone: string }) {
  if (uses.length === 0)
    return (
      <p className="never">
        Nothing rests on it yet. Attach it on the page of a risk, a drill or a checklist item, or where a
        criterion is attested.
      </p>
    );
  return (
    <Tbl caption="What rests on this evidence" stack="run">
      <Heads of={["What", "Kind", "Attached by", "When"]} />
      <tbody>
        {uses.map((use) => (
          <tr key={use.id}>
            <th scope="row">
              <Link href={`${base}/${use.path}`}>{capitalised(use.label)}</Link>
            </th>
            <td>{SUBJECT_LABELS[use.type]}</td>
            <td>{use.by}</td>
            <td>
              <Moment at={use.at} zone={zone} />
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
