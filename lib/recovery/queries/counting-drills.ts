import "server-only";
import { Prisma } from "@/prisma/generated/client/client";
import { PROVING_KINDS } from "../rules/judge";

/**
 * The drill that counts for each workload of a program, as `countingDrill` chooses it. The kinds are written out rather than
 * bound, so that the statement keeps one plan.
 */
export function countingDrillsSql(programId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT c.*, EXISTS (SELECT 1 FROM "Drill" x
      WHERE x."programId" = ${programId}::uuid AND x."workloadId" = c."workloadId" AND x."declaredAt" >= c."declaredAt"
        AND x."withdrawnAt" >= c."recordedAt" AND ${proves("x")}) AS overtaken
    FROM (SELECT DISTINCT ON (d."workloadId") d."workloadId", d.id, d.kind::text AS kind, d."declaredAt", d."usableAt",
        d."lastGoodAt", d."recordedAt"
      FROM "Drill" d
      WHERE d."programId" = ${programId}::uuid AND d."withdrawnAt" IS NULL AND ${proves("d")}
      ORDER BY d."workloadId", d."declaredAt" DESC, d."recordedAt" DESC, d.id DESC) c`;
}

const KINDS = PROVING_KINDS.map((kind) => `'${kind}'`).join(", ");

function proves(alias: "d" | "x"): Prisma.Sql {
  return Prisma.raw(`${alias}.kind IN (${KINDS})`);
}
