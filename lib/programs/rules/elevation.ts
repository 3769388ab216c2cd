import type { Role } from "@/lib/access/model";
import type { Violation } from "@/lib/kernel/violations";

/** The roles whose rights are given for a time: those who work. Decisions are lent seat by seat. */
export const ELEVATION_ROLES = ["platform_engineer", "program_manager"] as const;
export type ElevationRole = (typeof ELEVATION_ROLES)[number];

/** For how many hours rights are given at most, and what the form offers. */
export const LONGEST_HOURS = 72;
export const OFFERED_HOURS = [4, 8, 12, 24, 48, LONGEST_HOURS] as const;

/** Rights of another role that a member has or had for a time. */
export type Elevation = {
  id: string;
  role: Role;
  reason: string;
  grantedBy: string;
  startsAt: Date;
  endsAt: Date;
  /** When they were ended before their time. */
  endedAt: Date | null;
};

type Holder = { userId: string; role: Role; elevations: readonly Pick<Elevation, "endsAt" | "endedAt">[] };

/** What a member has beyond their role at that instant; null: nothing. */
export function elevationAt<T extends Pick<Elevation, "startsAt" | "endsAt" | "endedAt">>(
  elevations: readonly T[],
  now: Date,
): T | null {
  return elevations.find((one) => one.endedAt === null && one.startsAt <= now && one.endsAt > now) ?? null;
}

/** Why a member may not be given the rights of `role` now. `byId` gives them. */
export function elevationBlockers(
  holder: Holder,
  { role, byId }: { role: ElevationRole; byId: string },
  now: Date,
): Violation[] {
  const found: Violation[] = [];
  const say = (code: string, message: string) => found.push({ code: `member.${code}`, message });
  if (holder.userId === byId)
    say("rights-own", "Nobody gives rights to themselves. Ask another program manager.");
  if (holder.role === "auditor" || holder.role === "partner")
    say(
      "rights-role",
      "An auditor changes nothing and a partner sees what was granted: change the role instead.",
    );
  else if (holder.role === role) say("rights-held", "This person has that role already.");
  else if (holder.role === "program_manager")
    say("rights-held", "A program manager has these rights already.");
  if (holder.elevations.some((one) => one.endedAt === null && one.endsAt > now))
    say("rights-twice", "This person has rights for a time already. End those first.");
  return found;
}
