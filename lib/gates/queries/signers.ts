import "server-only";
import { ROLE_LABELS } from "@/lib/access/labels";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { withActor } from "@/lib/db/transaction";
import type { GateFacts, SeatFact } from "../model/facts";
import { mayStandIn } from "../rules/deputies";

/** The members who may stand in for the holder of a seat, by name, each with their role. */
export function signersIn(
  actor: Actor,
  facts: GateFacts,
  seat: SeatFact,
): Promise<{ value: string; label: string }[]> {
  return withActor(actor, async (tx) => {
    const members = await tx.membership.findMany({
      where: { programId: actor.programId, OR: [{ endsAt: null }, { endsAt: { gt: new Date() } }] },
      select: { userId: true, role: true, user: { select: { name: true } } },
      orderBy: { user: { name: "asc" } },
    });
    return members
      .filter((one) => can(one, "gate:sign") && mayStandIn(facts, seat, one.userId))
      .map(({ userId, role, user }) => ({ value: userId, label: `${user.name}, ${ROLE_LABELS[role]}` }));
  });
}
