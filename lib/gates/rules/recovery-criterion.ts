import { counted, listed } from "@/lib/kernel/text";
import { type Judgement, targetMinutes } from "@/lib/recovery/model";
import { judgeRecovery } from "@/lib/recovery/rules/judge";
import type { GateFacts, RecoveryFact, WorkloadFact } from "../model/facts";
import type { Finding } from "../model/judged";

/**
 * Every workload that keeps data or earns money has a drill that is fresh and inside both targets. Whether it does is often
 * unknown; then it is asked for too. What was never tested counts as not met.
 */
export function recoveryProven({ workloads, recovery }: GateFacts, now: Date): Finding {
  if (recovery === null)
    return { result: "unknown", finding: "Nobody has looked at the drills.", subjects: [] };
  const facts = new Map(recovery.map((one) => [one.workloadId, one]));
  const judged = workloads.flatMap((workload) => {
    const fact = facts.get(workload.id) ?? { ...NOTHING, workloadId: workload.id };
    return isAsked(workload, fact) ? [{ workload, judgement: judge(workload, fact, now) }] : [];
  });
  if (judged.length === 0) {
    return { result: "met", finding: "No workload of the wave keeps data or earns money.", subjects: [] };
  }
  const lacking = judged.filter(({ judgement }) => judgement !== "met");
  const finding = `${judged.length - lacking.length} of ${counted(judged.length, "workload")} that keep data or earn money have a drill that is fresh and inside its targets`;
  const subjects = lacking.map(({ workload }) => ({
    type: "workload",
    id: workload.id,
    label: workload.name,
  }));
  if (lacking.length === 0) return { result: "met", finding: `${finding}.`, subjects };
  const failed = lacking.some(({ judgement }) => judgement !== "unknown");
  const names = lacking.map(({ workload, judgement }) => `${workload.name} (${WORDS[judgement]})`);
  return {
    result: failed ? "not_met" : "unknown",
    finding: `${finding}; not so: ${listed(names)}.`,
    subjects,
  };
}

const NOTHING = { stateful: null, drillIntervalDays: null, drill: null };

const WORDS: Record<Judgement, string> = {
  missed: "missed its target",
  never_tested: "never tested",
  unknown: "unknown",
  stale: "drill too old",
  met: "met",
};

/** Unknown counts as yes: not knowing never makes a gate look better. */
function isAsked({ criticality }: WorkloadFact, { stateful }: RecoveryFact): boolean {
  return stateful !== false || criticality === null || criticality === "revenue";
}

function judge(workload: WorkloadFact, { drillIntervalDays, drill }: RecoveryFact, now: Date): Judgement {
  const target = (minutes: number | null) => {
    const known = targetMinutes(minutes);
    return known === null ? null : { minutes: known, from: "own" as const };
  };
  const targets = { rto: target(workload.rtoMinutes), rpo: target(workload.rpoMinutes) };
  return judgeRecovery({ targets, drillIntervalDays, now }, drill).together;
}
