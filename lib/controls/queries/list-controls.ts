import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireRight } from "@/lib/audit/queries/as-actor";
import { type Tx, withActor } from "@/lib/db/transaction";
import { dateIn } from "@/lib/kernel/time";
import { Prisma } from "@/prisma/generated/client/client";
import type { ControlExportRow, ControlList, ControlState } from "../model";
import { CONTROLS_PER_PAGE, type ControlSearch, type ControlSort } from "../rules/search";
import { CONTROLS, controlRows, HOLDS_UNTIL, stateSql, worstFirst } from "./control-sql";

/** A page of 50 by the filters of the address, judged at `now`. Right: risk:read. */
export async function listControls(actor: Actor, search: ControlSearch, now: Date): Promise<ControlList> {
  requireRight(actor, "risk:read");
  const today = dateIn(actor.programZone, now);
  return withActor(actor, async (tx) => {
    const where = matching(actor, search, today);
    const { counts, withoutOwner, everything } = await countsOf(tx, actor, today);
    const [counted] = await tx.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM ${CONTROLS} WHERE ${where}`;
    const total = counted?.total ?? 0;
    const page = Math.min(search.page, Math.max(1, Math.ceil(total / CONTROLS_PER_PAGE)));
    const rows = await controlRows(tx, {
      where,
      order: ordering(search, today),
      today,
      limit: CONTROLS_PER_PAGE,
      offset: (page - 1) * CONTROLS_PER_PAGE,
    });
    return { rows, total, everything, page, counts, withoutOwner };
  });
}

/** Every line that the filters leave, for a file; at most 50,000. Right: risk:read. */
export async function exportControls(
  actor: Actor,
  search: ControlSearch,
  now: Date,
): Promise<ControlExportRow[]> {
  requireRight(actor, "risk:read");
  const today = dateIn(actor.programZone, now);
  const where = matching(actor, search, today);
  return withActor(actor, (tx) =>
    controlRows(tx, { where, order: ordering(search, today), today, limit: 50_000, offset: 0 }),
  );
}

async function countsOf(tx: Tx, { programId }: Actor, today: string) {
  const rows = await tx.$queryRaw<{ state: ControlState; count: number; unowned: number }[]>`
    SELECT ${stateSql(today)} AS state, count(*)::int AS count,
      (count(*) FILTER (WHERE c."ownerId" IS NULL))::int AS unowned
    FROM ${CONTROLS} WHERE c."programId" = ${programId}::uuid GROUP BY 1`;
  const of = (state: ControlState) => rows.find((row) => row.state === state)?.count ?? 0;
  return {
    counts: {
      failed: of("failed"),
      planned: of("planned"),
      not_verified: of("not_verified"),
      due: of("due"),
      verified: of("verified"),
    },
    withoutOwner: rows.reduce((sum, { unowned }) => sum + unowned, 0),
    everything: rows.reduce((sum, { count }) => sum + count, 0),
  };
}

function matching({ programId }: Actor, search: ControlSearch, today: string): Prisma.Sql {
  const { q, state, domain, owner, evidence } = search;
  const conditions = [Prisma.sql`c."programId" = ${programId}::uuid`];
  if (q) {
    const pattern = `%${q.replace(/[\\%_]/gu, "\\$&")}%`;
    conditions.push(
      Prisma.sql`(c.title ILIKE ${pattern} OR c.failure ILIKE ${pattern} OR c.impact ILIKE ${pattern} OR c.response ILIKE ${pattern})`,
    );
  }
  if (state) conditions.push(Prisma.sql`${stateSql(today)} = ${state}`);
  if (domain) conditions.push(isOrNone(Prisma.sql`c."domainId"`, domain));
  if (owner) conditions.push(isOrNone(Prisma.sql`c."ownerId"`, owner));
  if (evidence)
    conditions.push(
      Prisma.sql`${evidence === "yes" ? Prisma.empty : Prisma.sql`NOT`} EXISTS (SELECT 1 FROM "EvidenceUse" u
        WHERE u."programId" = c."programId" AND u."controlId" = c.id)`,
    );
  return Prisma.join(conditions, " AND ");
}

function isOrNone(column: Prisma.Sql, asked: string): Prisma.Sql {
  return asked === "none" ? Prisma.sql`${column} IS NULL` : Prisma.sql`${column} = ${asked}::uuid`;
}

function ordering({ sort, order }: ControlSearch, today: string): Prisma.Sql {
  const direction = (order ?? "asc") === "asc" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const column: Record<ControlSort, Prisma.Sql> = {
    state: Prisma.sql`${worstFirst(today)} ${direction}`,
    title: Prisma.sql`c."titleKey" ${direction}`,
    domain: Prisma.sql`lower(d.name) ${direction} NULLS FIRST`,
    owner: Prisma.sql`lower(p.name) ${direction} NULLS FIRST`,
    verified: Prisma.sql`v."verifiedOn" ${direction} NULLS FIRST`,
    until: Prisma.sql`(${HOLDS_UNTIL}) ${direction} NULLS FIRST`,
  };
  return column[sort];
}
