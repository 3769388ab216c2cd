import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { withActor } from "@/lib/db/transaction";
import type { WaveDates } from "../model/forecast";

/** When each wave's present attempt was prepared, cut over and closed, and when its gate closes; by wave id. */
export function listWaveDates(actor: Actor): Promise<Map<string, WaveDates>> {
  if (!can(actor, "history:read")) return Promise.resolve(new Map());
  return withActor(actor, async (tx) => {
    const rows = await tx.$queryRaw<(WaveDates & { waveId: string })[]>`
      SELECT v.id AS "waveId",
        (SELECT min(h.at) FROM "WaveTransition" h WHERE h."waveId" = v.id AND h."toState" = 'preparing'
          AND h.attempt >= v.attempt - 1) AS "preparingAt",
        (SELECT max(h.at) FROM "WaveTransition" h WHERE h."waveId" = v.id AND h."toState" = 'hypercare'
          AND h.attempt = v.attempt) AS "hypercareAt",
        (SELECT max(h.at) FROM "WaveTransition" h WHERE h."waveId" = v.id AND h."toState" = 'closed') AS "closedAt",
        (SELECT g."closesAt" FROM "Gate" g WHERE g."waveId" = v.id AND g.attempt = v.attempt
          AND g.kind = 'go_no_go') AS "gateClosesAt"
      FROM "Wave" v WHERE v."programId" = ${actor.programId}::uuid`;
    return new Map(rows.map(({ waveId, ...dates }) => [waveId, dates]));
  });
}
