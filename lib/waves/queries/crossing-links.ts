import "server-only";
import type { Actor } from "@/lib/access/model";
import { withActor } from "@/lib/db/transaction";
import { Prisma } from "@/prisma/generated/client/client";
import type { WaveState } from "../model/states";
import type { CrossingLink } from "../model/wave";
import { requireWaveRead } from "./wave-workloads";

type Row = {
  dependencyId: string;
  insideId: string;
  inside: string;
  outsideId: string;
  outside: string;
  needs: boolean;
  kind: string | null;
  hardness: "hard" | "soft" | null;
  waveNumber: number | null;
  waveName: string | null;
  waveState: WaveState | null;
  later: boolean;
};

const MOST = 500;

/** The links with one end in the wave, at most 500: what is argued against first, then by names. */
export function linksCrossing(actor: Actor, waveId: string): Promise<CrossingLink[]> {
  requireWaveRead(actor);
  return withActor(actor, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      WITH member AS MATERIALIZED (SELECT "workloadId" FROM "WaveWorkload" WHERE "waveId" = ${waveId}::uuid),
      link AS (${needed(actor)} UNION ALL
        SELECT d.id, d."neededId", d."dependentId", false, d.kind, d.hardness
        FROM "Dependency" d JOIN member m ON m."workloadId" = d."neededId"
        WHERE d."programId" = ${actor.programId}::uuid AND d."dependentId" NOT IN (SELECT "workloadId" FROM member))
      SELECT ${COLUMNS}, ${LATER} AS later ${around(waveId)}
      ORDER BY (link.needs AND link.hardness IS DISTINCT FROM 'soft') DESC, later DESC, i.name, o.name, link.id
      LIMIT ${MOST}::int`;
    return rows.map(linkOf);
  });
}

/** How many links are argued against, and the first of them by names. */
export function linksAgainst(
  actor: Actor,
  waveId: string,
): Promise<{ total: number; first: CrossingLink | null }> {
  requireWaveRead(actor);
  return withActor(actor, async (tx) => {
    const [row] = await tx.$queryRaw<(Row & { total: number })[]>`
      WITH member AS MATERIALIZED (SELECT "workloadId" FROM "WaveWorkload" WHERE "waveId" = ${waveId}::uuid),
      link AS (${needed(actor)} AND d.hardness IS DISTINCT FROM 'soft')
      SELECT ${COLUMNS}, true AS later, (count(*) OVER ())::int AS total ${around(waveId)}
      WHERE ${LATER} ORDER BY i.name, o.name, link.id LIMIT 1`;
    return row === undefined ? { total: 0, first: null } : { total: row.total, first: linkOf(row) };
  });
}

/** What the workloads of the wave need outside of it. */
function needed({ programId }: Pick<Actor, "programId">): Prisma.Sql {
  return Prisma.sql`
    SELECT d.id, d."dependentId" AS inside, d."neededId" AS outside, true AS needs, d.kind, d.hardness
    FROM "Dependency" d JOIN member m ON m."workloadId" = d."dependentId"
    WHERE d."programId" = ${programId}::uuid AND d."neededId" NOT IN (SELECT "workloadId" FROM member)`;
}

const COLUMNS = Prisma.sql`link.id AS "dependencyId", i.id AS "insideId", i.name AS inside, o.id AS "outsideId",
  o.name AS outside, link.needs, link.kind::text AS kind, link.hardness::text AS hardness, v.number AS "waveNumber",
  v.name AS "waveName", v.state::text AS "waveState"`;

const LATER = Prisma.sql`CASE WHEN v.id IS NULL OR v.state = 'cancelled' THEN true
  WHEN v.state IN ('closed', 'hypercare') THEN false
  WHEN v."windowStartAt" IS NOT NULL AND here."windowStartAt" IS NOT NULL THEN v."windowStartAt" > here."windowStartAt"
  ELSE v.number > here.number END`;

function around(waveId: string): Prisma.Sql {
  return Prisma.sql`
    FROM link JOIN "Workload" i ON i.id = link.inside JOIN "Workload" o ON o.id = link.outside
    JOIN "Wave" here ON here.id = ${waveId}::uuid
    LEFT JOIN "WaveWorkload" ow ON ow."workloadId" = o.id LEFT JOIN "Wave" v ON v.id = ow."waveId"`;
}

function linkOf(row: Row): CrossingLink {
  const { waveNumber, waveName, waveState } = row;
  const wave =
    waveNumber === null || waveName === null || waveState === null
      ? null
      : { number: waveNumber, name: waveName, state: waveState };
  return {
    dependencyId: row.dependencyId,
    inside: { id: row.insideId, name: row.inside },
    outside: { id: row.outsideId, name: row.outside },
    direction: row.needs ? "needs" : "needed",
    kind: row.kind,
    hardness: row.hardness,
    wave,
    later: row.later,
    arguedAgainst: row.needs && row.later && row.hardness !== "soft",
  };
}
