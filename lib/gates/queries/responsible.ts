import "server-only";
import type { Actor } from "@/lib/access/model";
import type { Tx } from "@/lib/db/transaction";
import type { GateFacts } from "../model/facts";
import type { Responsible } from "../rules/waive-blockers";

/** Who answers for a criterion of the gate; null where that is nobody who is a member now. */
export async function responsibleFor(
  tx: Tx,
  { programId }: Pick<Actor, "programId">,
  { criteria, wave }: Pick<GateFacts, "criteria" | "wave">,
  criterionId: string,
): Promise<Responsible | null> {
  const attester = criteria.find(({ id }) => id === criterionId)?.attestation?.userId ?? null;
  const lead =
    wave.leadId === null
      ? null
      : await tx.person.findFirst({ where: { id: wave.leadId, programId }, select: { userId: true } });
  const userId = attester ?? lead?.userId ?? null;
  if (userId === null) return null;
  const member = await tx.membership.findUnique({
    where: { programId_userId: { programId, userId } },
    select: { role: true, user: { select: { name: true } } },
  });
  return member === null ? null : { userId, name: member.user.name, role: member.role };
}
