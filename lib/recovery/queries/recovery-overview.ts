import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireRight } from "@/lib/audit/queries/as-actor";
import { type Tx, withActor } from "@/lib/db/transaction";
import { Prisma } from "@/prisma/generated/client/client";
import type { RecoveryOverview, RecoveryWorkload } from "../model";
import { JUDGEMENTS, targetMinutes } from "../model";
import { type CoverageRow, coverageOf } from "../rules/coverage";
import { RECOVERY_PAGE, type RecoverySearch } from "../rules/search";
import { judgedSql } from "./judged-sql";
import { readWorkloads } from "./workload-rows";

/**
 * What each tier promises and how its workloads stand, and the page of workloads that the search asks for: without a target
 * first, then the worst judged, then by criticality, the unknown first. Counted and cut in the database. Right: recovery:read.
 */
export async function recoveryOverview(
  actor: Actor,
  search: RecoverySearch,
  now = new Date(),
): Promise<RecoveryOverview> {
  requireRight(actor, "recovery:read");
  const { programId } = actor;
  return withActor(actor, async (tx) => {
    const from = (search.page - 1) * RECOVERY_PAGE;
    const { groups, matched, ids } = await judged(tx, actor, search, now, { from, many: RECOVERY_PAGE });
    const last = Math.max(1, Math.ceil(matched / RECOVERY_PAGE));
    const page = Math.min(search.page, last);
    const shown =
      page === search.page
        ? ids
        : (await judged(tx, actor, search, now, { from: (page - 1) * RECOVERY_PAGE, many: RECOVERY_PAGE }))
            .ids;
    const tiers = await tx.tier.findMany({
      where: { programId },
      select: { id: true, name: true, rtoMinutes: true, rpoMinutes: true, drillIntervalDays: true },
      orderBy: [{ rank: "asc" }, { nameKey: "asc" }],
    });
    const waves = await tx.wave.findMany({
      where: { programId, workloads: { some: {} } },
      select: { number: true },
      orderBy: { number: "asc" },
    });
    const counts = (tierId: string | null) => countsOf(groups.filter((one) => one.tierId === tierId));
    return {
      tiers: tiers.map(({ rtoMinutes, rpoMinutes, ...tier }) => ({
        ...tier,
        ...{ rto: targetMinutes(rtoMinutes), rpo: targetMinutes(rpoMinutes) },
        ...counts(tier.id),
      })),
      withoutTier: counts(null),
      waves: waves.map(({ number }) => number),
      coverage: coverageOf(groups),
      rows: inOrder(await readWorkloads(tx, actor, now, shown), shown),
      ...{ matched, page },
    };
  });
}

/** Every workload that the search leaves, in the order of the page, for a file. Right: recovery:read. */
export async function exportRecovery(
  actor: Actor,
  search: RecoverySearch,
  now = new Date(),
): Promise<RecoveryWorkload[]> {
  requireRight(actor, "recovery:read");
  return withActor(actor, async (tx) => {
    const { ids } = await judged(tx, actor, search, now, { from: 0, many: null });
    return inOrder(await readWorkloads(tx, actor, now, ids), ids);
  });
}

type Group = CoverageRow & { tierId: string | null; own: number };
type Judged = { groups: Group[]; matched: number; ids: string[] };

/** How many stand how, and the ids of a part of what the search leaves. */
async function judged(
  tx: Tx,
  { programId }: Actor,
  search: RecoverySearch,
  now: Date,
  { from, many }: { from: number; many: number | null },
): Promise<Judged> {
  const [answer] = await tx.$queryRaw<{ groups: Group[] | null; matched: number; ids: string[] | null }[]>`
    WITH judged AS MATERIALIZED (${judgedSql(programId, now)}),
    found AS MATERIALIZED (SELECT j.* FROM judged j WHERE ${wanted(search)}),
    shown AS (SELECT id, row_number() OVER (ORDER BY missing DESC, array_position(${[...JUDGEMENTS]}::text[], judgement),
        criticality NULLS FIRST, "nameKey") AS n FROM found ORDER BY n LIMIT ${many}::int OFFSET ${from}::int),
    groups AS (SELECT criticality, judgement, "tierId", count(*) AS count, count(*) FILTER (WHERE missing) AS missing,
        count(*) FILTER (WHERE own) AS own FROM judged GROUP BY 1, 2, 3)
    SELECT (SELECT json_agg(groups) FROM groups) AS groups, (SELECT count(*)::int FROM found) AS matched,
      (SELECT array_agg(id::text ORDER BY n) FROM shown) AS ids`;
  return { groups: answer?.groups ?? [], matched: answer?.matched ?? 0, ids: answer?.ids ?? [] };
}

function wanted({ show, judged: judgement, tier, wave }: RecoverySearch): Prisma.Sql {
  const conditions = [show === "missing" ? Prisma.sql`j.missing` : Prisma.sql`true`];
  if (judgement !== undefined) conditions.push(Prisma.sql`j.judgement = ${judgement}`);
  if (tier === "none") conditions.push(Prisma.sql`j."tierId" IS NULL`);
  else if (tier !== undefined) conditions.push(Prisma.sql`j."tierId" = ${tier}::uuid`);
  const inWave = Prisma.sql`SELECT 1 FROM "WaveWorkload" m JOIN "Wave" v ON v.id = m."waveId" WHERE m."workloadId" = j.id`;
  if (wave === "none") conditions.push(Prisma.sql`NOT EXISTS (${inWave})`);
  else if (wave !== undefined) conditions.push(Prisma.sql`EXISTS (${inWave} AND v.number = ${wave}::int)`);
  return Prisma.join(conditions, " AND ");
}

function countsOf(groups: readonly Group[]) {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  return {
    workloads: sum(groups.map(({ count }) => count)),
    withOwn: sum(groups.map(({ own }) => own)),
    missing: sum(groups.map(({ missing }) => missing)),
    met: sum(groups.filter(({ judgement }) => judgement === "met").map(({ count }) => count)),
  };
}

function inOrder(rows: readonly RecoveryWorkload[], ids: readonly string[]): RecoveryWorkload[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
