import "server-only";
import type { Actor } from "@/lib/access/model";
import { withActor } from "@/lib/db/transaction";
import type { SplitLink, SplitPlanWave } from "../model/split";
import { LIST_SELECT, windowOf } from "./load-wave";
import { requireWaveRead } from "./wave-workloads";

type Row = {
  id: string;
  kind: string | null;
  hardness: "hard" | "soft" | null;
  dependentId: string;
  dependent: string;
  dependentWave: string | null;
  neededId: string;
  needed: string;
  neededWave: string | null;
};

/** The waves of the program, and the links whose ends are not in the same one. */
export function loadSplitPlan(actor: Actor): Promise<{ waves: SplitPlanWave[]; links: SplitLink[] }> {
  requireWaveRead(actor);
  return withActor(actor, async (tx) => {
    const waves = await tx.wave.findMany({
      where: { programId: actor.programId },
      select: LIST_SELECT,
      orderBy: { number: "asc" },
    });
    const rows = await tx.$queryRaw<Row[]>`
      SELECT d.id, d.kind::text AS kind, d.hardness::text AS hardness,
        a.id AS "dependentId", a.name AS dependent, ma."waveId" AS "dependentWave",
        b.id AS "neededId", b.name AS needed, mb."waveId" AS "neededWave"
      FROM "Dependency" d
      JOIN "Workload" a ON a.id = d."dependentId" JOIN "Workload" b ON b.id = d."neededId"
      LEFT JOIN "WaveWorkload" ma ON ma."workloadId" = a.id LEFT JOIN "WaveWorkload" mb ON mb."workloadId" = b.id
      WHERE d."programId" = ${actor.programId}::uuid AND ma."waveId" IS DISTINCT FROM mb."waveId"
      ORDER BY (d.kind = 'synchronous') DESC NULLS LAST, (d.hardness IS DISTINCT FROM 'soft') DESC, a.name, b.name, d.id`;
    return {
      waves: waves.map((row) => ({
        id: row.id,
        number: row.number,
        name: row.name,
        state: row.state,
        window: windowOf(row),
      })),
      links: rows.map((row) => ({
        id: row.id,
        kind: row.kind,
        hardness: row.hardness,
        dependent: { id: row.dependentId, name: row.dependent, waveId: row.dependentWave },
        needed: { id: row.neededId, name: row.needed, waveId: row.neededWave },
      })),
    };
  });
}
