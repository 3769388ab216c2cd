import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireEstate } from "@/lib/access/reads-estate";
import { type Tx, withActor } from "@/lib/db/transaction";
import { isId } from "@/lib/kernel/new-id";
import { calendarDate, dateIn } from "@/lib/kernel/time";
import { Prisma } from "@/prisma/generated/client/client";
import type {
  RemediationChoices,
  RemediationCounts,
  RemediationPage,
  RemediationRow,
  RemediationView,
} from "../model";
import { REMEDIATION_PER_PAGE, type RemediationSearch, type RemediationSort } from "../rules/search";

const JOINED = Prisma.sql`"Remediation" m JOIN "Workload" w ON w.id = m."workloadId"
  LEFT JOIN "Person" p ON p.id = m."ownerId"
  LEFT JOIN "WaveWorkload" ww ON ww."workloadId" = w.id LEFT JOIN "Wave" v ON v.id = ww."waveId"`;
const PENDING = Prisma.sql`m.state IN ('open', 'in_progress')`;

/** A page of 50 items by the filters of the address, filtered, sorted and counted by the database. */
export function listRemediation(
  actor: Actor,
  search: RemediationSearch,
  now = new Date(),
): Promise<RemediationPage> {
  requireEstate(actor, "workload");
  return withActor(actor, async (tx) => {
    const today = dateIn(actor.programZone, now);
    const where = matching(actor.programId, search, today);
    const [counted] = await tx.$queryRaw<{ total: number; everything: number }[]>`
      SELECT (SELECT count(*)::int FROM ${JOINED} WHERE ${where}) AS total,
        (SELECT count(*)::int FROM "Remediation" WHERE "programId" = ${actor.programId}::uuid) AS everything`;
    const total = counted?.total ?? 0;
    const page = Math.min(search.page, Math.max(1, Math.ceil(total / REMEDIATION_PER_PAGE)));
    const rows = await rowsOf(tx, where, search, today, {
      limit: REMEDIATION_PER_PAGE,
      offset: (page - 1) * REMEDIATION_PER_PAGE,
    });
    return { rows, total, everything: counted?.everything ?? 0, page };
  });
}

/** Every line that the filters leave, for a file; at most 50,000. */
export function exportRemediation(
  actor: Actor,
  search: RemediationSearch,
  now = new Date(),
): Promise<readonly RemediationRow[]> {
  requireEstate(actor, "workload");
  const today = dateIn(actor.programZone, now);
  return withActor(actor, (tx) =>
    rowsOf(tx, matching(actor.programId, search, today), search, today, { limit: 50_000, offset: 0 }),
  );
}

/** Every item of one workload: what is still to be done first, by date. */
export function listRemediationOf(
  actor: Actor,
  workloadId: string,
  now = new Date(),
): Promise<readonly RemediationRow[]> {
  requireEstate(actor, "workload");
  if (!isId(workloadId)) return Promise.resolve([]);
  const today = dateIn(actor.programZone, now);
  return withActor(
    actor,
    (tx) => tx.$queryRaw<RemediationRow[]>`
      SELECT ${columns(today)} FROM ${JOINED} WHERE m."workloadId" = ${workloadId}::uuid
      ORDER BY ${PENDING} DESC, m."dueOn" ASC NULLS LAST, lower(m.title), m.id LIMIT 500`,
  );
}

/** How much is open, late and without an owner in the whole program. */
export function remediationCounts(actor: Actor, now = new Date()): Promise<RemediationCounts> {
  requireEstate(actor, "workload");
  const today = dateIn(actor.programZone, now);
  return withActor(actor, async (tx) => {
    const [row] = await tx.$queryRaw<RemediationCounts[]>`
      SELECT count(*) FILTER (WHERE m.state = 'open')::int AS open,
        count(*) FILTER (WHERE m.state = 'in_progress')::int AS "inProgress",
        count(*) FILTER (WHERE m.state = 'done')::int AS done,
        count(*) FILTER (WHERE m.state = 'accepted')::int AS accepted,
        count(*) FILTER (WHERE ${PENDING} AND m."dueOn" < ${today}::date)::int AS late,
        count(*) FILTER (WHERE ${PENDING} AND m."ownerId" IS NULL)::int AS unowned
      FROM "Remediation" m WHERE m."programId" = ${actor.programId}::uuid`;
    return row ?? { open: 0, inProgress: 0, done: 0, accepted: 0, late: 0, unowned: 0 };
  });
}

/** One item with everything its page shows; null when it is not there. */
export function getRemediation(actor: Actor, remediationId: string): Promise<RemediationView | null> {
  requireEstate(actor, "workload");
  if (!isId(remediationId)) return Promise.resolve(null);
  return withActor(actor, async (tx) => {
    const row = await tx.remediation.findUnique({
      where: { id: remediationId, programId: actor.programId },
      select: {
        id: true,
        version: true,
        workloadId: true,
        kind: true,
        title: true,
        remedy: true,
        ownerId: true,
        dueOn: true,
        state: true,
        reason: true,
        updatedAt: true,
        workload: { select: { name: true } },
        owner: { select: { name: true } },
      },
    });
    if (row === null) return null;
    const { workload, owner, dueOn, ...rest } = row;
    return {
      ...rest,
      dueOn: dueOn === null ? null : calendarDate(dueOn),
      workload: workload.name,
      owner: owner?.name ?? null,
    };
  });
}

/** What the form of an item and the filters of the list offer to choose from. */
export function remediationChoices(actor: Actor): Promise<RemediationChoices> {
  requireEstate(actor, "workload");
  return withActor(actor, async (tx) => {
    const people = await tx.person.findMany({
      select: { id: true, name: true },
      orderBy: { nameKey: "asc" },
    });
    const waves = await tx.wave.findMany({
      select: { number: true, name: true },
      orderBy: { number: "asc" },
    });
    return {
      people: people.map(({ id, name }) => ({ value: id, label: name })),
      waves: waves.map(({ number, name }) => ({ value: String(number), label: `${number} ${name}` })),
    };
  });
}

function columns(today: string): Prisma.Sql {
  return Prisma.sql`m.id, m."workloadId", w.name AS workload, m.kind, m.title, m.remedy, p.name AS owner,
    m."dueOn"::text AS "dueOn", m.state, m.reason, v.number AS wave,
    CASE WHEN ${PENDING} AND m."dueOn" < ${today}::date THEN ${today}::date - m."dueOn" ELSE 0 END AS "overdueDays"`;
}

function rowsOf(
  tx: Tx,
  where: Prisma.Sql,
  search: Pick<RemediationSearch, "sort" | "order">,
  today: string,
  range: { limit: number; offset: number },
): Promise<RemediationRow[]> {
  return tx.$queryRaw<RemediationRow[]>`
    SELECT ${columns(today)} FROM ${JOINED} WHERE ${where} ORDER BY ${ordering(search)}
    LIMIT ${range.limit}::int OFFSET ${range.offset}::int`;
}

function matching(programId: string, search: RemediationSearch, today: string): Prisma.Sql {
  const { q, state, kind, owner, wave, due } = search;
  const found = [Prisma.sql`m."programId" = ${programId}::uuid`];
  if (state === "pending") found.push(PENDING);
  else if (state !== "all") found.push(Prisma.sql`m.state = ${state}::"RemediationState"`);
  if (kind) found.push(Prisma.sql`m.kind = ${kind}::"RemediationKind"`);
  if (owner === "none") found.push(Prisma.sql`m."ownerId" IS NULL`);
  else if (owner) found.push(Prisma.sql`m."ownerId" = ${owner}::uuid`);
  if (wave === "none") found.push(Prisma.sql`v.number IS NULL`);
  else if (wave !== undefined) found.push(Prisma.sql`v.number = ${wave}::int`);
  if (due === "overdue") found.push(Prisma.sql`${PENDING} AND m."dueOn" < ${today}::date`);
  if (due === "none") found.push(Prisma.sql`m."dueOn" IS NULL`);
  if (q) {
    const pattern = `%${q.replace(/[\\%_]/gu, "\\$&")}%`;
    found.push(
      Prisma.sql`(m.title ILIKE ${pattern} OR w.name ILIKE ${pattern} OR m.remedy ILIKE ${pattern})`,
    );
  }
  return Prisma.join(found, " AND ");
}

function ordering({ sort, order }: Pick<RemediationSearch, "sort" | "order">): Prisma.Sql {
  const direction = order === "asc" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const column: Record<RemediationSort, Prisma.Sql> = {
    due: Prisma.sql`m."dueOn" ${direction} NULLS LAST`,
    title: Prisma.sql`lower(m.title) ${direction}`,
    workload: Prisma.sql`w."nameKey" ${direction}`,
    kind: Prisma.sql`m.kind ${direction}`,
    owner: Prisma.sql`p."nameKey" ${direction} NULLS FIRST`,
    state: Prisma.sql`m.state ${direction}`,
    wave: Prisma.sql`v.number ${direction} NULLS LAST`,
  };
  return Prisma.sql`${column[sort]}, w."nameKey", lower(m.title), m.id`;
}
