import { formatMinutes } from "@/lib/kernel/minutes";
import type { Subject, Violation } from "@/lib/kernel/violations";
import type { StatedTargets } from "../model";

/** What a workload is bound to besides its own target: the strictest of its processes, and its tier. */
export type Bounds = { process: StatedTargets; tier: StatedTargets | null };

type Looser = { number: "RTO" | "RPO"; own: number; bound: number; of: "business process" | "tier" };

/** Which own numbers are looser than those of a process or the tier. What one side does not state cannot be compared. */
export function looserThanBounds(own: StatedTargets, { process, tier }: Bounds): Looser[] {
  return [
    ...looserThan(own, process, "business process"),
    ...(tier === null ? [] : looserThan(own, tier, "tier")),
  ];
}

/** Why this target of a workload may not stand: it states nothing, or is looser than its bounds without a reason. */
export function targetBlockers(
  own: StatedTargets & { reason: string },
  bounds: Bounds,
  workload: Subject,
): Violation[] {
  if (own.rto === null && own.rpo === null) {
    const message = `State an RTO or an RPO for ${workload.label}, or remove its own target.`;
    return [{ code: "recovery.states-nothing", message, subject: workload }];
  }
  if (own.reason.trim() !== "") return [];
  return looserThanBounds(own, bounds).map((one) => ({
    code: "recovery.looser-without-reason",
    message: `${workload.label}: an ${one.number} of ${formatMinutes(one.own)} is looser than the ${formatMinutes(one.bound)} of its ${one.of}. Give the reason.`,
    subject: workload,
  }));
}

function looserThan(own: StatedTargets, bound: StatedTargets, of: Looser["of"]): Looser[] {
  const found: Looser[] = [];
  if (own.rto !== null && bound.rto !== null && own.rto > bound.rto)
    found.push({ number: "RTO", own: own.rto, bound: bound.rto, of });
  if (own.rpo !== null && bound.rpo !== null && own.rpo > bound.rpo)
    found.push({ number: "RPO", own: own.rpo, bound: bound.rpo, of });
  return found;
}
