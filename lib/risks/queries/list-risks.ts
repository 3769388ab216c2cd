import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireRight } from "@/lib/audit/queries/as-actor";
import { type Tx, withActor } from "@/lib/db/transaction";
import { dateIn } from "@/lib/kernel/time";
import { Prisma } from "@/prisma/generated/client/client";
import { loadScales } from "../adapters/scale-rows";
import { ASPECTS, type AssessmentAspect, type Rating } from "../model/rating";
import type { RiskList, RiskRow } from "../model/register";
import type { RiskScales } from "../model/scale";
import { proximityOf } from "../rules/actions";
import { levelIn, scaleInUse, scaleOf, stepOf } from "../rules/scales";
import { asLevel } from "../rules/scores";
import type { RiskSearch, RiskSort } from "../rules/search";
import { naturalOrder, RISKS_PER_PAGE } from "../rules/search-href";
import { type Asked, acceptedUntilSql, matching, scoreSql, standingSql } from "./conditions";

/** A page of 50 of the register by the filters of the address. Right: risk:read. */
export async function listRisks(actor: Actor, search: RiskSearch, now = new Date()): Promise<RiskList> {
  requireRight(actor, "risk:read");
  return withActor(actor, async (tx) => {
    const scales = await loadScales(tx, actor.programId);
    const asked = { now, today: dateIn(actor.programZone, now), scale: scaleInUse(scales), scales };
    const where = matching(actor.programId, search, asked);
    const [counted] = await tx.$queryRaw<{ total: number; everything: number }[]>`
      SELECT (SELECT count(*)::int FROM "Risk" r LEFT JOIN "RiskDomain" d ON d.id = r."domainId" WHERE ${where}) AS total,
        (SELECT count(*)::int FROM "Risk" WHERE "programId" = ${actor.programId}::uuid) AS everything`;
    const total = counted?.total ?? 0;
    const pages = Math.max(1, Math.ceil(total / RISKS_PER_PAGE));
    const page = Math.min(search.page, pages);
    const rows = await riskRows(tx, where, search, asked, {
      limit: RISKS_PER_PAGE,
      offset: (page - 1) * RISKS_PER_PAGE,
    });
    return { rows, total, everything: counted?.everything ?? 0, page, pages };
  });
}

/** Every line that the filters leave, for a file; at most 50,000. Right: risk:read. */
export async function exportRisks(actor: Actor, search: RiskSearch, now = new Date()): Promise<RiskRow[]> {
  requireRight(actor, "risk:read");
  return withActor(actor, async (tx) => {
    const scales = await loadScales(tx, actor.programId);
    const asked = { now, today: dateIn(actor.programZone, now), scale: scaleInUse(scales), scales };
    const where = matching(actor.programId, search, asked);
    return riskRows(tx, where, search, asked, { limit: 50_000, offset: 0 });
  });
}

type Stored = Omit<RiskRow, "inherentLevel" | "currentLevel" | "targetLevel" | "older" | "proximity"> & {
  /** Likelihood, impact and scale of the three aspects, one after the other. */
  given: (number | null)[];
};

/** Lines of the register that meet a condition; the page's columns in one statement. */
export async function riskRows(
  tx: Tx,
  where: Prisma.Sql,
  search: Pick<RiskSearch, "sort" | "order" | "aspect">,
  { now, today, scales }: Asked & { scales: RiskScales },
  range: { limit: number; offset: number },
): Promise<RiskRow[]> {
  const rows = await tx.$queryRaw<Stored[]>`
    SELECT r.id, r.code, r.title, r.status::text AS status, r."domainId", d.name AS domain, d.appetite,
      r."ownerId", p.name AS owner, r.treatment::text AS treatment, r."nextAction", r."dueOn"::text AS "dueOn",
      CASE WHEN r.status = 'open' AND r."dueOn" < ${today}::date THEN ${today}::date - r."dueOn" ELSE 0 END AS "overdueDays",
      ${scoreSql("inherent")} AS "inherentScore", ${scoreSql("current")} AS "currentScore",
      ${scoreSql("target")} AS "targetScore", ${standingSql(now)} AS standing,
      ${acceptedUntilSql(now)} AS "acceptedUntil", r."strikesOn"::text AS "strikesOn",
      ARRAY[r."inherentLikelihood", r."inherentImpact", r."inherentScale", r."currentLikelihood", r."currentImpact",
        r."currentScale", r."targetLikelihood", r."targetImpact", r."targetScale"] AS given,
      a.actions, a.done AS "actionsDone", CASE WHEN r.status = 'open' THEN a.late ELSE 0 END AS "actionsLate",
      (SELECT count(*)::int FROM "RiskWorkload" rw WHERE rw."riskId" = r.id) AS workloads,
      ARRAY(SELECT v.number FROM "Wave" v WHERE v.id IN (
        SELECT rv."waveId" FROM "RiskWave" rv WHERE rv."riskId" = r.id UNION
        SELECT vw."waveId" FROM "RiskWorkload" rw JOIN "WaveWorkload" vw ON vw."workloadId" = rw."workloadId"
        WHERE rw."riskId" = r.id) ORDER BY v.number) AS waves,
      r."updatedAt"
    FROM "Risk" r LEFT JOIN "RiskDomain" d ON d.id = r."domainId" LEFT JOIN "Person" p ON p.id = r."ownerId"
    CROSS JOIN LATERAL (SELECT count(*)::int AS actions, (count(*) FILTER (WHERE x.state = 'done'))::int AS done,
        (count(*) FILTER (WHERE x.state = 'open' AND x."dueOn" < ${today}::date))::int AS late
      FROM "RiskAction" x WHERE x."programId" = r."programId" AND x."riskId" = r.id AND x.state <> 'dropped') a
    WHERE ${where} ORDER BY ${ordering(search)} LIMIT ${range.limit}::int OFFSET ${range.offset}::int`;
  return rows.map(({ given, ...row }) => {
    const [inherent, current, target] = ASPECTS.map((aspect, at) =>
      judged(aspect, given.slice(at * 3), scales),
    );
    const older = [inherent, current, target].flatMap((one) => one?.older ?? []);
    return {
      ...row,
      inherentLevel: inherent?.level ?? null,
      currentLevel: current?.level ?? null,
      targetLevel: target?.level ?? null,
      older,
      proximity: proximityOf(row.strikesOn, today),
    };
  });
}

function judged(aspect: AssessmentAspect, given: readonly (number | null)[], scales: RiskScales) {
  const [likelihood, impact, scale] = given;
  const rating: Rating = { likelihood: asLevel(likelihood), impact: asLevel(impact) };
  const version = scale ?? scales[0].version;
  const level = stepOf(levelIn(scaleOf(scales, version), rating));
  return { level, older: level !== null && version < scaleInUse(scales).version ? [aspect] : [] };
}

const CODE = Prisma.sql`length(r.code), r.code`;

function ordering({ sort, order, aspect }: Pick<RiskSearch, "sort" | "order" | "aspect">): Prisma.Sql {
  const direction = (order ?? naturalOrder(sort)) === "asc" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const column: Record<RiskSort, Prisma.Sql> = {
    // the unknown comes first where the worst does: it may be the worst
    score: Prisma.sql`${scoreSql(aspect)} ${direction} NULLS ${sort === "score" && order === "asc" ? Prisma.sql`LAST` : Prisma.sql`FIRST`}`,
    code: Prisma.sql`length(r.code) ${direction}, r.code ${direction}`,
    title: Prisma.sql`lower(r.title) ${direction}`,
    owner: Prisma.sql`lower(p.name) ${direction} NULLS FIRST`,
    due: Prisma.sql`r."dueOn" ${direction} NULLS LAST`,
    near: Prisma.sql`r."strikesOn" ${direction} NULLS LAST`,
    updated: Prisma.sql`r."updatedAt" ${direction}`,
  };
  return Prisma.sql`${column[sort]}, ${CODE}`;
}
