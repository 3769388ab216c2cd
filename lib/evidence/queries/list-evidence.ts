import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireRight } from "@/lib/audit/queries/as-actor";
import { type Tx, withActor } from "@/lib/db/transaction";
import { addDays, dateIn } from "@/lib/kernel/time";
import { Prisma } from "@/prisma/generated/client/client";
import type { EvidenceList, EvidenceRow, Validity } from "../model";
import { EVIDENCE_PER_PAGE, type EvidenceSearch, type EvidenceSort, naturalOrder } from "../rules/search";
import { EXPIRING_DAYS } from "../rules/validity";
import { NEWEST, NEWEST_COLUMNS, type NewestRow, rowOf } from "./newest";

/** A page of 50 by the filters of the address, judged at `now`. Right: evidence:read. */
export async function listEvidence(actor: Actor, search: EvidenceSearch, now: Date): Promise<EvidenceList> {
  requireRight(actor, "evidence:read");
  const today = dateIn(actor.programZone, now);
  return withActor(actor, async (tx) => {
    const where = matching(actor, search, today);
    const counts = await countsOf(tx, actor, today);
    const [counted] = await tx.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM ${NEWEST} WHERE ${where}`;
    const total = counted?.total ?? 0;
    const page = Math.min(search.page, Math.max(1, Math.ceil(total / EVIDENCE_PER_PAGE)));
    const rows = await rowsOf(tx, where, search, {
      today,
      limit: EVIDENCE_PER_PAGE,
      offset: (page - 1) * EVIDENCE_PER_PAGE,
    });
    const everything = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return { rows, total, everything, page, counts };
  });
}

/** Every line that the filters leave, for a file; at most 50,000. Right: evidence:read. */
export async function exportEvidence(
  actor: Actor,
  search: EvidenceSearch,
  now: Date,
): Promise<EvidenceRow[]> {
  requireRight(actor, "evidence:read");
  const today = dateIn(actor.programZone, now);
  return withActor(actor, (tx) =>
    rowsOf(tx, matching(actor, search, today), search, { today, limit: 50_000, offset: 0 }),
  );
}

type Range = { today: string; limit: number; offset: number };

async function rowsOf(
  tx: Tx,
  where: Prisma.Sql,
  search: EvidenceSearch,
  { today, limit, offset }: Range,
): Promise<EvidenceRow[]> {
  const rows = await tx.$queryRaw<(NewestRow & Pick<EvidenceRow, "uses">)[]>`
    SELECT ${NEWEST_COLUMNS},
      (SELECT json_build_object('risk', count(x."riskId"), 'criterion', count(x."criterionId"), 'drill', count(x."drillId"), 'item', count(x."itemId"),
        'control', count(x."controlId"))
        FROM "EvidenceUse" x WHERE x."evidenceId" = e.id) AS uses
    FROM ${NEWEST} LEFT JOIN "User" u ON u.id = r."addedById"
    WHERE ${where} ORDER BY ${ordering(search)} LIMIT ${limit}::int OFFSET ${offset}::int`;
  return rows.map((row) => ({ ...rowOf(row, today), uses: row.uses }));
}

async function countsOf(tx: Tx, actor: Actor, today: string): Promise<Record<Validity, number>> {
  const rows = await tx.$queryRaw<{ validity: Validity; count: number }[]>`
    SELECT ${validitySql(today)} AS validity, count(*)::int AS count FROM ${NEWEST}
    WHERE e."programId" = ${actor.programId}::uuid GROUP BY 1`;
  const found = new Map(rows.map(({ validity, count }) => [validity, count]));
  const of = (validity: Validity) => found.get(validity) ?? 0;
  return { fresh: of("fresh"), expiring: of("expiring"), expired: of("expired"), open: of("open") };
}

/** As `validityOf` judges it. */
function validitySql(today: string): Prisma.Sql {
  return Prisma.sql`(CASE WHEN r."validUntil" IS NULL THEN 'open' WHEN r."validUntil" < ${today}::date THEN 'expired'
    WHEN r."validUntil" <= ${addDays(today, EXPIRING_DAYS)}::date THEN 'expiring' ELSE 'fresh' END)`;
}

function matching(actor: Actor, { q, validity, used }: EvidenceSearch, today: string): Prisma.Sql {
  const conditions = [Prisma.sql`e."programId" = ${actor.programId}::uuid`];
  if (q) {
    const pattern = `%${q.replace(/[\\%_]/gu, "\\$&")}%`;
    conditions.push(
      Prisma.sql`(e.title ILIKE ${pattern} OR r."fileName" ILIKE ${pattern} OR r.url ILIKE ${pattern} OR r.note ILIKE ${pattern}
        OR r.sha256 LIKE ${pattern.slice(1).toLowerCase()})`,
    );
  }
  if (validity) conditions.push(Prisma.sql`${validitySql(today)} = ${validity}`);
  if (used)
    conditions.push(
      Prisma.sql`${used === "yes" ? Prisma.empty : Prisma.sql`NOT`} EXISTS (SELECT 1 FROM "EvidenceUse" x WHERE x."evidenceId" = e.id)`,
    );
  return Prisma.join(conditions, " AND ");
}

function ordering({ sort, order }: EvidenceSearch): Prisma.Sql {
  const direction = (order ?? naturalOrder(sort)) === "asc" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const column: Record<EvidenceSort, Prisma.Sql> = {
    title: Prisma.sql`lower(e.title) ${direction}`,
    until: Prisma.sql`r."validUntil" ${direction} NULLS LAST`,
    added: Prisma.sql`r."addedAt" ${direction}`,
  };
  return Prisma.sql`${column[sort]}, e.id`;
}
