import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { requireRight } from "@/lib/audit/queries/as-actor";
import { withActor } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { dateIn } from "@/lib/kernel/time";
import { Prisma } from "@/prisma/generated/client/client";
import { subjectOf } from "../adapters/subject-rows";
import type { Attached, EvidenceSubject, SubjectType } from "../model";
import { NEWEST, NEWEST_COLUMNS, type NewestRow, rowOf } from "./newest";

/** So many others are offered to choose from, the newest; the rest is found by its page. */
const MOST_CHOICES = 500;

const COLUMNS: Record<SubjectType, Prisma.Sql> = {
  risk: Prisma.sql`x."riskId"`,
  criterion: Prisma.sql`x."criterionId"`,
  drill: Prisma.sql`x."drillId"`,
  item: Prisma.sql`x."itemId"`,
  control: Prisma.sql`x."controlId"`,
};

/** What is attached to one thing, judged at `now`; choices only for those who may attach. Right: evidence:read. @throws NOT_FOUND */
export async function evidenceOf(actor: Actor, subject: EvidenceSubject, now: Date): Promise<Attached> {
  requireRight(actor, "evidence:read");
  const today = dateIn(actor.programZone, now);
  return withActor(actor, async (tx) => {
    const { closed } = await subjectOf(tx, actor.programId, subject);
    const rows = await tx.$queryRaw<(NewestRow & { useId: string })[]>`
      SELECT ${NEWEST_COLUMNS}, x.id AS "useId"
      FROM "EvidenceUse" x JOIN (${NEWEST}) ON e.id = x."evidenceId" LEFT JOIN "User" u ON u.id = r."addedById"
      WHERE x."programId" = ${actor.programId}::uuid AND ${COLUMNS[subject.type]} = ${subject.id}::uuid
      ORDER BY x."attachedAt", x.id`;
    const attached = rows.map((row) => ({ ...rowOf(row, today), useId: row.useId }));
    if (!can(actor, "evidence:write") || closed !== null)
      return { attached, choices: [], unoffered: 0, closed };
    const others = { programId: actor.programId, id: { notIn: attached.map(({ id }) => id) } };
    const choices = await tx.evidence.findMany({
      where: others,
      select: { id: true, title: true },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: MOST_CHOICES,
    });
    const all = choices.length < MOST_CHOICES ? choices.length : await tx.evidence.count({ where: others });
    return { attached, choices, unoffered: all - choices.length, closed };
  });
}

/** What a thing is called that evidence will be attached to, and the path of its page; null when there is no such thing. */
export async function describeSubject(
  actor: Actor,
  subject: EvidenceSubject,
): Promise<{ label: string; path: string } | null> {
  requireRight(actor, "evidence:read");
  return withActor(actor, async (tx) => {
    const { label, path } = await subjectOf(tx, actor.programId, subject);
    return { label, path };
  }).catch((error) => {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  });
}
