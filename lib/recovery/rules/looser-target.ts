import { formatMinutes } from "@/lib/kernel/minutes";
import type { Subject, Violation } from "@/lib/kernel/violations";
import type { StatedTargets } from "../model";

type Looser = { number: "RTO" | "RPO"; own: number; tier: number };

/** Which own numbers are looser than the tier's. A number that one side does not state cannot be compared. */
export function looserThanTier(own: StatedTargets, tier: StatedTargets | null): Looser[] {
  const found: Looser[] = [];
  if (own.rto !== null && tier?.rto != null && own.rto > tier.rto)
    found.push({ number: "RTO", own: own.rto, tier: tier.rto });
  if (own.rpo !== null && tier?.rpo != null && own.rpo > tier.rpo)
    found.push({ number: "RPO", own: own.rpo, tier: tier.rpo });
  return found;
}

/** Why this target of a workload may not stand: it states nothing, or is looser than the tier's without a reason. */
export function targetBlockers(
  own: StatedTargets & { reason: string },
  tier: StatedTargets | null,
  workload: Subject,
): Violation[] {
  if (own.rto === null && own.rpo === null) {
    const message = `State an RTO or an RPO for ${workload.label}, or remove its own target.`;
    return [{ code: "recovery.states-nothing", message, subject: workload }];
  }
  if (own.reason.trim() !== "") return [];
  return looserThanTier(own, tier).map((one) => ({
    code: "recovery.looser-without-reason",
    message: `${workload.label}: an ${one.number} of ${formatMinutes(one.own)} is looser than the ${formatMinutes(one.tier)} of its tier. Give the reason.`,
    subject: workload,
  }));
}
