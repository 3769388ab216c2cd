import { ROLE_LABELS } from "@/lib/access/labels";
import type { Role } from "@/lib/access/model";
import type { Violation } from "@/lib/kernel/violations";

/** Who answers for a criterion: whoever attested it last, else the lead of the wave. */
export type Responsible = { userId: string; name: string; role: Role };

const RANK: Readonly<Record<Role, number>> = {
  executive: 3,
  program_manager: 2,
  platform_engineer: 1,
  business_owner: 1,
  auditor: 0,
  partner: 0,
};

/** Why a person may not let a criterion pass: only someone more senior than who answers for it may. */
export function waiveBlockers(
  actor: { userId: string; role: Role },
  responsible: Responsible | null,
): Violation[] {
  if (responsible === null) return [];
  if (responsible.userId === actor.userId) {
    return [{ code: "own", message: "You answer for this yourself; somebody more senior must let it pass." }];
  }
  if (RANK[actor.role] > RANK[responsible.role]) return [];
  const role = ROLE_LABELS[responsible.role].toLowerCase();
  const message = `${responsible.name}, ${role}, answers for this; only somebody more senior lets it pass.`;
  return [{ code: "seniority", message }];
}
