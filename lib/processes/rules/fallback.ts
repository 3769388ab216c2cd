import type { Role } from "@/lib/access/model";
import type { Subject, Violation } from "@/lib/kernel/violations";
import type { FallbackStanding } from "../model";

/** How a fallback stands; an acknowledgement is for the words that were acknowledged, and goes with them. */
export function fallbackStanding(fallback: string, acknowledgedAt: Date | null): FallbackStanding {
  if (fallback.trim() === "") return "none";
  return acknowledgedAt === null ? "not_acknowledged" : "acknowledged";
}

type Process = {
  fallback: string;
  acknowledgedAt: Date | null;
  owner: { name: string; userId: string | null } | null;
};

/** Why this person may not acknowledge the fallback now: only the business owner of the process does, and once. */
export function acknowledgeBlockers(
  process: Process,
  actor: { userId: string; role: Role },
  subject: Subject,
): Violation[] {
  const blocked = (code: string, message: string) => [{ code: `process.${code}`, message, subject }];
  if (process.fallback.trim() === "")
    return blocked("no-fallback", "There is no fallback to acknowledge: nobody has written one down.");
  if (process.owner === null)
    return blocked(
      "no-owner",
      "The process has no owner. Name one first: the owner acknowledges its fallback.",
    );
  if (process.owner.userId !== actor.userId || actor.role !== "business_owner") {
    const message = `Only ${process.owner.name}, as business owner with an account linked to that name, acknowledges it.`;
    return blocked("not-the-owner", message);
  }
  if (process.acknowledgedAt !== null)
    return blocked("acknowledged", "You have acknowledged this fallback already.");
  return [];
}
