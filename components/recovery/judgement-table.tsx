import { JudgementMark } from "@/components/recovery/judgement-mark";
import { ClaimWords, ProvenWords } from "@/components/recovery/recovery-words";
import { TargetWords } from "@/components/recovery/target-words";
import { Heads, Tbl } from "@/components/ui/table";
import { BECAUSE_LABELS } from "@/lib/recovery/labels";
import type { RecoveryWorkload } from "@/lib/recovery/model";

const PARTS = [
  { part: "rto", label: "Back in service (RTO)" },
  { part: "rpo", label: "Data lost (RPO)" },
] as const;

/** Both numbers of one workload: target, claimed, proven, and what that amounts to and why. */
export function JudgementTable({ workload }: { workload: RecoveryWorkload }) {
  const { effective, claim, judged } = workload;
  return (
    <Tbl caption="Target, claimed and proven" roomy stack="run">
      <Heads of={["Number", "Judgement", "Target", "Claimed", "Proven", "Why"]} />
      <tbody>
        {PARTS.map(({ part, label }) => (
          <tr key={part}>
            <th scope="row">{label}</th>
            <td>
              <JudgementMark judgement={judged[part].judgement} />
            </td>
            <td data-l="target">
              <TargetWords target={effective[part]} />
            </td>
            <td data-l="claimed">
              <ClaimWords claim={claim} part={part} />
            </td>
            <td data-l="proven">
              <ProvenWords drill={judged.drill} part={part} />
            </td>
            <td className="soft">{BECAUSE_LABELS[judged[part].because]}</td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}
