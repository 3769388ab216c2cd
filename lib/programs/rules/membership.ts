import type { Role } from "@/lib/access/model";
import type { Violation } from "@/lib/kernel/violations";

export type ManagedMembership = { id: string; userId: string; role: Role; endsAt: Date | null };

/** Why a membership cannot end at that instant. */
export function memberEndBlockers(endsAt: Date | null, now: Date): Violation[] {
  if (endsAt === null || endsAt > now) return [];
  return [{ code: "member.end-passed", message: "The end of a membership must lie in the future." }];
}

/**
 * Why a membership cannot become `next`: a program keeps at least one program manager whose membership has no end.
 * `next` null means that it ends now.
 */
export function memberChangeBlockers(
  members: readonly ManagedMembership[],
  changed: ManagedMembership,
  next: Pick<ManagedMembership, "role" | "endsAt"> | null,
): Violation[] {
  const stays = next !== null && next.role === "program_manager" && next.endsAt === null;
  if (stays || !isLastingManager(changed)) return [];
  if (members.some((member) => member.id !== changed.id && isLastingManager(member))) return [];
  return [
    {
      code: "member.last-manager",
      message:
        "A program keeps at least one program manager without an end date. Make somebody else program manager first.",
    },
  ];
}

function isLastingManager(member: ManagedMembership): boolean {
  return member.role === "program_manager" && member.endsAt === null;
}

/** Whether a membership counts at that instant. */
export function isMemberAt(member: Pick<ManagedMembership, "endsAt">, now: Date): boolean {
  return member.endsAt === null || member.endsAt > now;
}

/** The last instant a membership counts, for the day that is shown as its end. */
export function lastInstant(endsAt: Date): Date {
  return new Date(endsAt.getTime() - 1);
}
