import { ProvenWords } from "@/components/recovery/recovery-words";
import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import { Verdict } from "@/components/ui/status";
import { Heads, Tbl } from "@/components/ui/table";
import { DRILL_KIND_LABELS } from "@/lib/recovery/labels";
import type { DrillView } from "@/lib/recovery/model";
import { proves } from "@/lib/recovery/rules/judge";

type Props = { drills: readonly DrillView[]; countsId: string | null; path: string; zone: string };

/** Every drill of a workload, the newest first; which one counts, and why the others do not. */
export function DrillHistory({ drills, countsId, path, zone }: Props) {
  return (
    <Tbl caption="Drills, the newest first" roomy stack="run">
      <Heads of={["Declared", "Kind", "Back in", "Data lost", "Counts", "Findings"]} />
      <tbody>
        {drills.map((drill) => (
          <tr key={drill.id}>
            <th scope="row">
              <Link href={`${path}/drills/${drill.id}`}>
                <Moment at={drill.declaredAt} zone={zone} />
              </Link>
            </th>
            <td>{DRILL_KIND_LABELS[drill.kind]}</td>
            <td data-l="back in">
              <ProvenWords drill={drill.proven} part="rto" />
            </td>
            <td data-l="data lost">
              <ProvenWords drill={drill.proven} part="rpo" />
            </td>
            <td>
              <Standing drill={drill} counts={drill.id === countsId} />
            </td>
            <td className="soft">{drill.findings || <span className="never">none noted</span>}</td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

/** Whether a drill counts, in words. */
export function Standing({ drill, counts }: { drill: DrillView; counts: boolean }) {
  if (counts) return <Verdict tone="done">Counts</Verdict>;
  if (drill.withdrawnAt !== null) return <span className="soft">Withdrawn</span>;
  return <span className="soft">{proves(drill.kind) ? "A newer one counts" : "Proves no recovery"}</span>;
}
