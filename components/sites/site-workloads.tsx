import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Heads, Tbl } from "@/components/ui/table";
import { formatCount } from "@/lib/kernel/text";
import type { SiteWorkload } from "@/lib/sites/model";
import { CRITICALITY_LABELS } from "@/lib/workloads/labels";

/** Workloads of a site, with their users where they are known. */
export function SiteWorkloads({
  caption,
  usersHead,
  rows,
  workloadsPath,
}: {
  caption: string;
  usersHead: string;
  rows: readonly SiteWorkload[];
  workloadsPath: string;
}) {
  return (
    <Tbl caption={caption} stack="run">
      <Heads of={["Workload", ["Criticality", { width: "24%" }], [usersHead, "r w-1/5"]]} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link href={`${workloadsPath}/${row.id}`}>{row.name}</Link>
            </th>
            <td data-l={row.criticality === null ? "Criticality" : undefined}>
              {row.criticality === null ? <Missing /> : CRITICALITY_LABELS[row.criticality]}
            </td>
            <td data-l={usersHead} className="r">
              {row.users === null ? <Missing /> : formatCount(row.users)}
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}
