import "server-only";
import type { Actor } from "@/lib/access/model";
import { keeper } from "@/lib/audit/adapters/keep-told";
import { requireRight } from "@/lib/audit/queries/as-actor";
import type { Tx } from "@/lib/db/transaction";
import { dateIn } from "@/lib/kernel/time";
import { Prisma } from "@/prisma/generated/client/client";
import { loadScales } from "../adapters/scale-rows";
import type { Score } from "../model/rating";
import type { RiskCounts, RiskRow, RiskRowMoved } from "../model/register";
import { linesTouchedBy } from "../rules/map-touched-by";
import { scaleInUse } from "../rules/scales";
import { nextAcceptanceTurn } from "./acceptance-turns";
import { lateActionSql, olderSql, scoreSql, standingSql } from "./conditions";
import { riskRows } from "./list-risks";

/** The open risks above the appetite of their domain that nobody has accepted, the worst first. Right: risk:read. */
export async function risksAboveAppetite(
  actor: Actor,
  limit: number,
  { since, now = new Date() }: { since?: Date; now?: Date } = {},
): Promise<RiskRowMoved[]> {
  requireRight(actor, "risk:read");
  return keptAbove(actor, { limit, since, today: dateIn(actor.programZone, now) }, now);
}

type Above = { limit: number; since: Date | undefined; today: string };

const keptAbove = keeper({
  keyOf: (asked: Above) => JSON.stringify(asked),
  touchedBy: linesTouchedBy,
  read: async (tx, programId, asked, now) => ({
    value: await readAbove(tx, programId, asked, now),
    until: await nextAcceptanceTurn(tx, programId, now),
  }),
});

async function readAbove(
  tx: Tx,
  programId: string,
  { limit, since, today }: Above,
  now: Date,
): Promise<RiskRowMoved[]> {
  const where = Prisma.sql`r."programId" = ${programId}::uuid AND r.status = 'open' AND ${standingSql(now)} = 'above'`;
  const order = { sort: "score", order: "desc", aspect: "current" } as const;
  const scales = await loadScales(tx, programId);
  const asked = { now, today, scale: scaleInUse(scales), scales };
  const rows = await riskRows(tx, where, order, asked, { limit, offset: 0 });
  return since === undefined
    ? rows.map((row) => ({ ...row, scoreThen: null, fresh: false }))
    : withScoreThen(tx, rows, since);
}

/** The counts that homes and the navigation show. Right: risk:read. */
export async function riskCounts(actor: Actor, now = new Date()): Promise<RiskCounts> {
  requireRight(actor, "risk:read");
  return keptCounts(actor, dateIn(actor.programZone, now), now);
}

const keptCounts = keeper({
  keyOf: (today: string) => today,
  touchedBy: linesTouchedBy,
  read: async (tx, programId, today, now) => ({
    value: await readCounts(tx, programId, today, now),
    until: await nextAcceptanceTurn(tx, programId, now),
  }),
});

async function readCounts(tx: Tx, programId: string, today: string, now: Date): Promise<RiskCounts> {
  const [row] = await tx.$queryRaw<RiskCounts[]>`
    SELECT count(*)::int AS open, (count(*) FILTER (WHERE standing = 'above'))::int AS above,
      (count(*) FILTER (WHERE standing = 'accepted'))::int AS accepted,
      (count(*) FILTER (WHERE standing = 'within'))::int AS within,
      (count(*) FILTER (WHERE standing = 'unknown'))::int AS unknown,
      (count(*) FILTER (WHERE "ownerId" IS NULL))::int AS "withoutOwner",
      (count(*) FILTER (WHERE "dueOn" < ${today}::date))::int AS overdue,
      (count(*) FILTER (WHERE older))::int AS older, (count(*) FILTER (WHERE late))::int AS "lateActions"
    FROM (SELECT r."ownerId", r."dueOn", ${standingSql(now)} AS standing,
        ${scoreSql("current")} IS NOT NULL AND ${olderSql("current")} AS older, ${lateActionSql(today)} AS late
      FROM "Risk" r LEFT JOIN "RiskDomain" d ON d.id = r."domainId"
      WHERE r."programId" = ${programId}::uuid AND r.status = 'open') judged`;
  return row ?? NO_RISK;
}

const NO_RISK: RiskCounts = {
  open: 0,
  above: 0,
  accepted: 0,
  within: 0,
  unknown: 0,
  withoutOwner: 0,
  overdue: 0,
  older: 0,
  lateActions: 0,
};

async function withScoreThen(tx: Tx, rows: readonly RiskRow[], since: Date): Promise<RiskRowMoved[]> {
  const ids = rows.map((row) => row.id);
  const then = await tx.$queryRaw<{ id: string; score: Score | null; fresh: boolean }[]>`
    SELECT r.id, r."createdAt" > ${since}::timestamptz AS fresh,
      (SELECT a.likelihood * a.impact FROM "RiskAssessment" a WHERE a."programId" = r."programId" AND a."riskId" = r.id
        AND a.aspect = 'current' AND a."assessedAt" <= ${since}::timestamptz
        ORDER BY a."assessedAt" DESC, a.id DESC LIMIT 1) AS score
    FROM "Risk" r WHERE r.id = ANY(${ids}::uuid[])`;
  const byId = new Map(then.map((one) => [one.id, one]));
  return rows.map((row) => {
    const was = byId.get(row.id);
    return { ...row, scoreThen: was?.score ?? null, fresh: was?.fresh ?? false };
  });
}
