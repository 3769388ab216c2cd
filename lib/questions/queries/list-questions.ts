import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireEstate } from "@/lib/access/reads-estate";
import { PRESENT_SOURCE, PRESENT_VALUE } from "@/lib/claims/adapters/question-rows";
import { type Tx, withActor } from "@/lib/db/transaction";
import { Prisma } from "@/prisma/generated/client/client";
import type { Disagreement, QuestionChoices, QuestionLine, QuestionPage } from "../model";
import { naturalOrder, QUESTIONS_PER_PAGE, type QuestionSearch, type QuestionSort } from "../rules/search";
import { ABOUT, ASKED, matching } from "./conditions";

const MOST_LINES = 50_000;

/** A page of 50 of the questions by the filters of the address. Not for partners. */
export function listQuestions(actor: Actor, search: QuestionSearch): Promise<QuestionPage> {
  requireEstate(actor, "page");
  return withActor(actor, async (tx) => {
    const where = matching(actor.programId, search, actor.userId);
    const [counts] = await tx.$queryRaw<{ total: number; open: number; everything: number }[]>`
      SELECT (SELECT count(*)::int FROM "FactQuestion" q ${ABOUT} WHERE ${where}) AS total,
        count(*) FILTER (WHERE state = 'open')::int AS open, count(*)::int AS everything FROM "FactQuestion"`;
    const { total = 0, open = 0, everything = 0 } = counts ?? {};
    const pages = Math.max(1, Math.ceil(total / QUESTIONS_PER_PAGE));
    const page = Math.min(search.page, pages);
    const range = { limit: QUESTIONS_PER_PAGE, offset: (page - 1) * QUESTIONS_PER_PAGE };
    return { rows: await questionLines(tx, where, search, range), total, open, everything, page, pages };
  });
}

/** Every line that the filters leave, for a file; at most 50,000. */
export function exportQuestions(actor: Actor, search: QuestionSearch): Promise<QuestionLine[]> {
  requireEstate(actor, "page");
  const where = matching(actor.programId, search, actor.userId);
  return withActor(actor, (tx) => questionLines(tx, where, search, { limit: MOST_LINES, offset: 0 }));
}

/** Which sources disagree with which standing words, the most questions first, and what the filters offer. */
export function disagreements(actor: Actor): Promise<{ groups: Disagreement[]; choices: QuestionChoices }> {
  requireEstate(actor, "page");
  return withActor(actor, async (tx) => {
    const rows = await tx.$queryRaw<Omit<Disagreement, never>[]>`
      SELECT "statedSource", "presentSource", sum(n)::int AS count,
        jsonb_agg(jsonb_build_object('field', field, 'count', n) ORDER BY n DESC, field) AS fields
      FROM (SELECT "statedSource", "presentSource", field, count(*)::int AS n FROM "FactQuestion"
        WHERE state = 'open' GROUP BY 1, 2, 3) g GROUP BY 1, 2 ORDER BY count DESC, 1, 2`;
    const [offered] = await tx.$queryRaw<QuestionChoices[]>`
      SELECT coalesce((SELECT jsonb_agg(DISTINCT jsonb_build_object('id', p.id, 'name', p.name)) FROM "FactQuestion" q
          ${ABOUT} JOIN "Person" p ON p.id = ${ASKED}), '[]') AS people,
        ARRAY(SELECT DISTINCT field FROM "FactQuestion" ORDER BY 1) AS fields,
        ARRAY(SELECT DISTINCT "statedSource" FROM "FactQuestion" ORDER BY 1) AS sources`;
    const choices = offered ?? { people: [], fields: [], sources: [] };
    const people = [...choices.people].sort((one, other) => one.name.localeCompare(other.name, "en"));
    return { groups: rows, choices: { ...choices, people } };
  });
}

/** Lines of questions that meet a condition. */
export function questionLines(
  tx: Tx,
  where: Prisma.Sql,
  search: Pick<QuestionSearch, "sort" | "order">,
  range: { limit: number; offset: number },
): Promise<QuestionLine[]> {
  return tx.$queryRaw<QuestionLine[]>`
    SELECT q.id, q.version, q.state::text AS state, CASE WHEN a.id IS NULL THEN 'workload' ELSE 'asset' END AS "subjectType",
      coalesce(w.id, a.id) AS "subjectId", coalesce(w.name, a.name) AS subject, q.field,
      CASE WHEN q.state = 'open' THEN ${PRESENT_VALUE} ELSE q."presentValue" END AS "presentValue",
      CASE WHEN q.state = 'open' THEN ${PRESENT_SOURCE} ELSE q."presentSource" END AS "presentSource",
      q."statedValue", q."statedSource",
      CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'name', p.name) END AS asked, q."raisedAt",
      q."chosenValue", q."chosenSource", q.reason, q."answeredAt", u.name AS "answeredBy"
    FROM "FactQuestion" q ${ABOUT} LEFT JOIN "Person" p ON p.id = ${ASKED} LEFT JOIN "User" u ON u.id = q."answeredById"
    WHERE ${where} ORDER BY ${ordering(search)} LIMIT ${range.limit}::int OFFSET ${range.offset}::int`;
}

function ordering({ sort, order }: Pick<QuestionSearch, "sort" | "order">): Prisma.Sql {
  const direction = Prisma.raw((order ?? naturalOrder(sort)) === "asc" ? "ASC" : "DESC");
  const column: Record<QuestionSort, Prisma.Sql> = {
    raised: Prisma.sql`coalesce(q."answeredAt", q."raisedAt")`,
    subject: Prisma.sql`lower(coalesce(w.name, a.name))`,
    field: Prisma.sql`q.field`,
    asked: Prisma.sql`lower(p.name)`,
    source: Prisma.sql`lower(q."statedSource")`,
  };
  return Prisma.sql`${column[sort]} ${direction} NULLS FIRST, lower(coalesce(w.name, a.name)), q.field, q.id`;
}
