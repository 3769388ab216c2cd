import "server-only";
import type { Actor } from "@/lib/access/model";
import type { Tx } from "@/lib/db/transaction";
import type { GateKind } from "@/lib/waves/model/states";
import type { StoodFor } from "../model/facts";
import { namesOf } from "./names";

type Gate = { kind: GateKind; attempt: number; wave: { id: string } };

/** What was decided at the go/no-go gate for which this gate stands in; null where it stands in for none. */
export async function loadStoodFor(
  tx: Tx,
  { programId }: Pick<Actor, "programId">,
  { kind, attempt, wave }: Gate,
): Promise<StoodFor | null> {
  if (kind !== "emergency") return null;
  const gate = await tx.gate.findUnique({
    where: { waveId_attempt_kind: { waveId: wave.id, attempt, kind: "go_no_go" }, programId },
    select: {
      name: true,
      signOffs: { select: { seatId: true, round: true, userId: true, decision: true, backfilled: true } },
    },
  });
  if (gate === null) return null;
  const names = await namesOf(
    tx,
    gate.signOffs.map(({ userId }) => userId),
  );
  const signOffs = gate.signOffs.map(({ userId, ...one }) => ({ ...one, userName: names(userId) }));
  return { name: gate.name, signOffs };
}
