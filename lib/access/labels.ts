import { formatMoment } from "@/lib/kernel/moments";
import type { Actor, Role } from "./model";

export const ROLE_LABELS: Record<Role, string> = {
  executive: "Executive",
  platform_engineer: "Platform engineer",
  business_owner: "Business owner",
  program_manager: "Program manager",
  auditor: "Auditor",
  partner: "Partner",
};

/** The role in which somebody acts, and until when where it was given for a time. */
export function roleWords({ role, standing, zone }: Pick<Actor, "role" | "standing" | "zone">): string {
  const label = ROLE_LABELS[role];
  return standing === undefined ? label : `${label} until ${formatMoment(standing.until, zone)}`;
}
