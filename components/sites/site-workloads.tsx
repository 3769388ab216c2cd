import Link from "next/link";
import { Tbl } from "@/components/ui/table";
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
    <Tbl caption={caption}>
      <thead>
        <tr>
          <th scope="col">Workload</th>
          <th scope="col">Criticality</th>
          <th scope="col" className="r">
            {usersHead}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link href={`${workloadsPath}/${row.id}`}>{row.name}</Link>
            </th>
            <td data-l="Criticality:">
              {row.criticality === null ? (
                <span className="never">unknown</span>
              ) : (
                CRITICALITY_LABELS[row.criticality]
              )}
            </td>
            <td data-l={`${usersHead}:`} className="r">
              {row.users === null ? (
                <span className="never">unknown</span>
              ) : (
                row.users.toLocaleString("en-GB")
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}
