import { FallbackWords } from "@/components/processes/fallback-words";
import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Day, Duration } from "@/components/ui/moment";
import { Grid, Heads } from "@/components/ui/table";
import type { ProcessRow } from "@/lib/processes/model";
import { CRITICALITY_LABELS } from "@/lib/workloads/labels";

/** One line a process: who owns it, what it asks for, and how people carry on without the workloads. */
export function ProcessTable({ rows, path }: { rows: readonly ProcessRow[]; path: string }) {
  return (
    <Grid caption="Business processes" className="run">
      <Heads
        of={[
          "Process",
          "Criticality",
          "Owner",
          ["RTO", "g"],
          ["RPO", "g"],
          ["Workloads", "r p3"],
          "Fallback",
          ["Last rehearsed", "p2"],
        ]}
      />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link href={`${path}/${row.id}`}>{row.name}</Link>
            </th>
            <td className="m" data-l={row.criticality === null ? "Criticality" : undefined}>
              {row.criticality === null ? <Missing /> : CRITICALITY_LABELS[row.criticality]}
            </td>
            <td className="m">{row.owner === null ? <b className="miss">no owner</b> : row.owner.name}</td>
            <td className="g m" data-l="RTO">
              <Duration minutes={row.rtoMinutes} missing="not stated" />
            </td>
            <td className="g m" data-l="RPO">
              <Duration minutes={row.rpoMinutes} missing="not stated" />
            </td>
            <td className="r p3">{row.workloads === 0 ? <Missing>none</Missing> : row.workloads}</td>
            <td className="m own" data-l="Fallback">
              <FallbackWords standing={row.fallback} />
            </td>
            <td className="p2">
              <Day
                on={row.fallbackRehearsedOn}
                missing={row.fallback === "none" ? "nothing to rehearse" : "not known"}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </Grid>
  );
}
