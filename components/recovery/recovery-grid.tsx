import { JudgementMark } from "@/components/recovery/judgement-mark";
import { ProtectionMark } from "@/components/recovery/protection-mark";
import { ClaimWords, ProvenWords } from "@/components/recovery/recovery-words";
import { TargetWords } from "@/components/recovery/target-words";
import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Moment } from "@/components/ui/moment";
import { Grid, Heads } from "@/components/ui/table";
import type { RecoveryOverview } from "@/lib/recovery/model";
import { CRITICALITY_LABELS } from "@/lib/workloads/labels";

export type RecoveryGridProps = {
  rows: RecoveryOverview["rows"];
  /** The address of the recovery page. */
  path: string;
  zone: string;
};

/** One line a workload: what it promises, what is claimed, what a drill has proven, and what that amounts to. */
export function RecoveryGrid({ rows, path, zone }: RecoveryGridProps) {
  return (
    <Grid
      caption="Recovery of workloads: target, claimed and proven; those without a target first, then the worst judged"
      className="run"
    >
      <Heads
        of={[
          "Workload",
          "Judgement",
          ["Criticality", "p1"],
          ["Wave", "p4"],
          ["RTO target", "g"],
          ["RTO claimed", "p2"],
          "RTO proven",
          ["RPO target", "g"],
          ["RPO claimed", "p2"],
          "RPO proven",
          ["Drilled", "p1"],
          ["By design", "g p3"],
        ]}
      />
      <tbody>
        {rows.map((row) => (
          <Line key={row.id} row={row} path={path} zone={zone} />
        ))}
      </tbody>
    </Grid>
  );
}

function Line({ row, path, zone }: { row: RecoveryOverview["rows"][number]; path: string; zone: string }) {
  const { judged, claim, effective, processTargets, tierTargets } = row;
  return (
    <tr>
      <th scope="row">
        <Link href={`${path}/${row.id}`}>{row.name}</Link>
      </th>
      <td className="hl">
        <JudgementMark judgement={judged.together} />
      </td>
      <td className="p1">{row.criticality === null ? <Missing /> : CRITICALITY_LABELS[row.criticality]}</td>
      <td className="p4">{row.wave ?? <Missing>no wave</Missing>}</td>
      <td className="g m" data-l="RTO target">
        <TargetWords target={effective.rto} bounds={[processTargets.rto, tierTargets?.rto]} />
      </td>
      <td className="p2">
        <ClaimWords claim={claim} part="rto" />
      </td>
      <td className="m" data-l="proven">
        <ProvenWords drill={judged.drill} part="rto" />
      </td>
      <td className="g m" data-l="RPO target">
        <TargetWords target={effective.rpo} bounds={[processTargets.rpo, tierTargets?.rpo]} />
      </td>
      <td className="p2">
        <ClaimWords claim={claim} part="rpo" />
      </td>
      <td className="m" data-l="proven">
        <ProvenWords drill={judged.drill} part="rpo" />
      </td>
      <td className="p1">
        {judged.drill === null ? (
          <Missing>never</Missing>
        ) : (
          <Moment at={judged.drill.declaredAt} zone={zone} show="day" />
        )}
      </td>
      <td className="g p3 m" data-l="by design">
        <ProtectionMark verdict={row.protection} />
      </td>
    </tr>
  );
}
