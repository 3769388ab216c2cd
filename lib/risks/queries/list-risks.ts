import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireRight } from "@/lib/audit/queries/as-actor";
import { type Tx, withActor } from "@/lib/db/transaction";
import { dateIn } from "@/lib/kernel/time";
import { Prisma } from "@/prisma/generated/client/client";
import type { RiskList, RiskRow } from "../model";
import { naturalOrder, RISKS_PER_PAGE, type RiskSearch, type RiskSort } from "../rules/search";
import { type Asked, acceptedUntilSql, matching, scoreSql, standingSql } from "./conditions";

/** A page of 50 of the register by the filters of the address. Right: risk:read. */
export async function listRisks(actor: Actor, search: RiskSearch, now = new Date()): Promise<RiskList> {
  requireRight(actor, "risk:read");
  return withActor(actor, async (tx) => {
    const asked = { now, today: dateIn(actor.programZone, now) };
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
  const asked = { now, today: dateIn(actor.programZone, now) };
  return withActor(actor, (tx) =>
    riskRows(tx, matching(actor.programId, search, asked), search, asked, { limit: 50_000, offset: 0 }),
  );
}

/** Lines of the register that meet a condition; the page's columns in one statement. */
export function riskRows(
  tx: Tx,
  where: Prisma.Sql,
  search: Pick<RiskSearch, "sort" | "order" | "aspect">,
  { now, today }: Asked,
  range: { limit: number; offset: number },
): Promise<RiskRow[]> {
  return tx.$queryRaw<RiskRow[]>`
    SELECT r.id, r.code, r.title, r.status::text AS status, r."domainId", d.name AS domain, d.appetite,
      r."ownerId", p.name AS owner, r.treatment::text AS treatment, r."nextAction", r."dueOn"::text AS "dueOn",
      CASE WHEN r.status = 'open' AND r."dueOn" < ${today}::date THEN ${today}::date - r."dueOn" ELSE 0 END AS "overdueDays",
      ${scoreSql("inherent")} AS "inherentScore", ${scoreSql("current")} AS "currentScore",
      ${scoreSql("target")} AS "targetScore", ${standingSql(now)} AS standing,
      ${acceptedUntilSql(now)} AS "acceptedUntil",
      (SELECT count(*)::int FROM "RiskWorkload" rw WHERE rw."riskId" = r.id) AS workloads,
      ARRAY(SELECT v.number FROM "Wave" v WHERE v.id IN (
        SELECT rv."waveId" FROM "RiskWave" rv WHERE rv."riskId" = r.id UNION
        SELECT vw."waveId" FROM "RiskWorkload" rw JOIN "WaveWorkload" vw ON vw."workloadId" = rw."workloadId"
        WHERE rw."riskId" = r.id) ORDER BY v.number) AS waves,
      r."updatedAt"
    FROM "Risk" r LEFT JOIN "RiskDomain" d ON d.id = r."domainId" LEFT JOIN "Person" p ON p.id = r."ownerId"
    WHERE ${where} ORDER BY ${ordering(search)} LIMIT ${range.limit}::int OFFSET ${range.offset}::int`;
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
    updated: Prisma.sql`r."updatedAt" ${direction}`,
  };
  return Prisma.sql`${column[sort]}, ${CODE}`;
}
