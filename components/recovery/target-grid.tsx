import Link from "next/link";
import { TargetWords } from "@/components/recovery/target-words";
import { Missing } from "@/components/ui/missing";
import { Verdict } from "@/components/ui/status";
import { Grid, Heads } from "@/components/ui/table";
import type { RecoveryWorkload } from "@/lib/recovery/model";
import { CRITICALITY_LABELS } from "@/lib/workloads/labels";

export type TargetGridProps = {
  rows: readonly RecoveryWorkload[];
  program: string;
  /** Whether the reader may set targets. */
  writes: boolean;
};

/** One line a workload: what it promises, and that no drill has proven it. */
export function TargetGrid({ rows, program, writes }: TargetGridProps) {
  return (
    <Grid caption="Recovery targets of workloads, those without a target first">
      <Heads
        of={[
          "Workload",
          "Criticality",
          "Tier",
          ["Business owner", "p3"],
          ["Wave", "p4"],
          ["RTO target", "g"],
          ["RTO proven", "p2"],
          ["RPO target", "g"],
          ["RPO proven", "p2"],
          writes ? "Own target" : "Reason",
        ]}
      />
      <tbody>
        {rows.map((row) => (
          <Line key={row.id} row={row} program={program} writes={writes} />
        ))}
      </tbody>
    </Grid>
  );
}

function Line({ row, program, writes }: { row: RecoveryWorkload; program: string; writes: boolean }) {
  return (
    <tr>
      <th scope="row">
        <Link href={`/p/${program}/workloads/${row.id}`}>{row.name}</Link>
      </th>
      <td className="m" data-l="Criticality:">
        {row.criticality === null ? <Missing /> : CRITICALITY_LABELS[row.criticality]}
      </td>
      <td className="m" data-l="Tier:">
        {row.tier ?? <Missing>no tier</Missing>}
      </td>
      <td className="p3">{row.businessOwner ?? <b className="miss">no owner</b>}</td>
      <td className="p4">{row.wave ?? <Missing>no wave</Missing>}</td>
      <td className="g m" data-l="RTO target:">
        <TargetWords target={row.effective.rto} bounds={[row.processTargets.rto, row.tierTargets?.rto]} />
      </td>
      <td className="p2">
        <Verdict tone="unk">No drill</Verdict>
      </td>
      <td className="g m" data-l="RPO target:">
        <TargetWords target={row.effective.rpo} bounds={[row.processTargets.rpo, row.tierTargets?.rpo]} />
      </td>
      <td className="p2">
        <Verdict tone="unk">No drill</Verdict>
      </td>
      <td className="hl">
        {writes ? (
          <Link className="go" href={`/p/${program}/recovery/${row.id}`}>
            {row.own === null ? "Set" : "Change"}
            <span className="vh"> the recovery target of {row.name}</span>
          </Link>
        ) : (
          row.own?.reason || <Missing>none</Missing>
        )}
      </td>
    </tr>
  );
}
