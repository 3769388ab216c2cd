import "server-only";
import { Prisma } from "@/prisma/generated/client/client";
import { PROVING_KINDS } from "../rules/judge";

/**
 * The drill that counts for each workload of a program, or for those named, as `countingDrill` chooses it. Withdrawn drills
 * are few: they are joined once instead of being looked up for every workload.
 */
export function countingDrillsSql(programId: string, workloadIds?: readonly string[]): Prisma.Sql {
  const drills = (alias: "d" | "x") => Prisma.sql`
    ${Prisma.raw(alias)}."programId" = ${programId}::uuid AND ${Prisma.raw(`${alias}.kind IN (${KINDS})`)} ${
      workloadIds === undefined
        ? Prisma.empty
        : Prisma.sql`AND ${Prisma.raw(alias)}."workloadId" = ANY(${[...workloadIds]}::uuid[])`
    }`;
  return Prisma.sql`
    WITH standing AS MATERIALIZED (
      SELECT DISTINCT ON (d."workloadId") d."workloadId", d.id, d.kind::text AS kind, d."declaredAt", d."usableAt",
        d."lastGoodAt", d."recordedAt"
      FROM "Drill" d WHERE ${drills("d")} AND d."withdrawnAt" IS NULL
      ORDER BY d."workloadId", d."declaredAt" DESC, d."recordedAt" DESC, d.id DESC),
    overtaken AS (
      SELECT DISTINCT s."workloadId" FROM "Drill" x JOIN standing s ON s."workloadId" = x."workloadId"
        AND x."declaredAt" >= s."declaredAt" AND x."withdrawnAt" >= s."recordedAt"
      WHERE ${drills("x")} AND x."withdrawnAt" IS NOT NULL)
    SELECT s.*, o."workloadId" IS NOT NULL AS overtaken
    FROM standing s LEFT JOIN overtaken o ON o."workloadId" = s."workloadId"`;
}

const KINDS = PROVING_KINDS.map((kind) => `'${kind}'`).join(", ");
