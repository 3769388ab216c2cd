import "server-only";
import type { Role } from "@/lib/access/model";
import type { Tx } from "@/lib/db/transaction";
import type { DeputyFact } from "../model/facts";

type Lent = { seatId: string; fromUserId: string };
type Gate = { deputies: readonly Lent[]; seats: readonly { id: string; role: Role }[] };

const ALL_ALONG = new Date(0);

/** Until when whoever lent a seat is a member in the role that it asks for: nobody lends more than they have. */
export async function lapsesOf(
  tx: Tx,
  programId: string,
  { deputies, seats }: Gate,
): Promise<(lent: Lent) => Pick<DeputyFact, "lapsesAt">> {
  const ids = [...new Set(deputies.map(({ fromUserId }) => fromUserId))];
  if (ids.length === 0) return () => ({});
  const members = await tx.membership.findMany({
    where: { programId, userId: { in: ids } },
    select: { userId: true, role: true, endsAt: true },
  });
  return ({ seatId, fromUserId }) => {
    const member = members.find(({ userId }) => userId === fromUserId);
    const seat = seats.find(({ id }) => id === seatId);
    if (member === undefined || member.role !== seat?.role) return { lapsesAt: ALL_ALONG };
    return member.endsAt === null ? {} : { lapsesAt: member.endsAt };
  };
}
