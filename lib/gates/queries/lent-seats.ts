import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { withActor } from "@/lib/db/transaction";
import type { LentSeat } from "../model/record";
import { lendingState } from "../rules/deputies";
import { lapsesOf } from "./lapses";
import { namesOf } from "./names";

/** The seats that this person lent or was lent, and that are not over, by their start; none for who does not sign. */
export function lentSeats(actor: Actor, now: Date): Promise<LentSeat[]> {
  if (!can(actor, "gate:sign")) return Promise.resolve([]);
  return withActor(actor, async (tx) => {
    const rows = await tx.signDelegation.findMany({
      where: {
        programId: actor.programId,
        revokedAt: null,
        endAt: { gt: now },
        OR: [{ fromUserId: actor.userId }, { toUserId: actor.userId }],
      },
      select: {
        id: true,
        gateId: true,
        seatId: true,
        fromUserId: true,
        toUserId: true,
        startAt: true,
        endAt: true,
        reason: true,
        seat: { select: { id: true, role: true, capacity: true } },
        gate: { select: { name: true, wave: { select: { number: true } } } },
      },
      orderBy: { startAt: "asc" },
      take: 100,
    });
    const names = await namesOf(
      tx,
      rows.flatMap((row) => [row.fromUserId, row.toUserId]),
    );
    const lapses = await lapsesOf(tx, actor.programId, {
      deputies: rows,
      seats: rows.map(({ seat }) => seat),
    });
    return rows.map(({ seatId, fromUserId, toUserId, seat, gate, ...row }) => ({
      ...row,
      lapsed: lendingState({ ...row, revokedAt: null, ...lapses({ seatId, fromUserId }) }, now) === "lapsed",
      mine: fromUserId === actor.userId,
      fromName: names(fromUserId),
      toName: names(toUserId),
      capacity: seat.capacity,
      gateName: gate.name,
      waveNumber: gate.wave.number,
    }));
  });
}
