import "server-only";
import { BUSINESS_FACTS } from "@/lib/claims/rules/whom-to-ask";
import { Prisma } from "@/prisma/generated/client/client";
import { A_PERSON, type QuestionSearch } from "../rules/search";

/** What a question q is about: its workload w or asset a, and the workload aw that the asset serves. */
export const ABOUT = Prisma.sql`LEFT JOIN "Workload" w ON w.id = q."workloadId" LEFT JOIN "Asset" a ON a.id = q."assetId"
  LEFT JOIN "Workload" aw ON aw.id = a."workloadId"`;

/** Who is asked: while it is open by who owns the subject now, afterwards whoever was asked when it was raised. */
export const ASKED = Prisma.sql`(CASE WHEN q.state <> 'open' THEN q."askedId"
  WHEN q."workloadId" IS NOT NULL AND q.field = ANY(${[...BUSINESS_FACTS]}::text[]) THEN w."businessOwnerId"
  WHEN q."workloadId" IS NOT NULL THEN w."technicalOwnerId" ELSE aw."technicalOwnerId" END)`;

/** The filters of the list as one condition on "FactQuestion" q with `ABOUT`. `me`: who reads. */
export function matching(programId: string, search: QuestionSearch, me: string): Prisma.Sql {
  const found = [
    Prisma.sql`q."programId" = ${programId}::uuid`,
    ...aboutSubject(search),
    ...aboutWord(search),
  ];
  const { state, asked } = search;
  if (state !== "all") found.push(Prisma.sql`q.state = ${state}::"QuestionState"`);
  if (asked === "none") found.push(Prisma.sql`${ASKED} IS NULL`);
  else if (asked === "me")
    found.push(Prisma.sql`${ASKED} IN (SELECT p.id FROM "Person" p WHERE p."userId" = ${me}::uuid)`);
  else if (asked) found.push(Prisma.sql`${ASKED} = ${asked}::uuid`);
  return Prisma.join(found, " AND ");
}

function aboutSubject({ q, about, subject }: QuestionSearch): Prisma.Sql[] {
  const found: Prisma.Sql[] = [];
  if (q) found.push(Prisma.sql`strpos(lower(coalesce(w.name, a.name)), lower(${q})) > 0`);
  if (about)
    found.push(Prisma.sql`q.${Prisma.raw(about === "asset" ? '"assetId"' : '"workloadId"')} IS NOT NULL`);
  if (subject) found.push(Prisma.sql`(q."workloadId" = ${subject}::uuid OR q."assetId" = ${subject}::uuid)`);
  return found;
}

function aboutWord({ field, source, present, import: importId }: QuestionSearch): Prisma.Sql[] {
  const found: Prisma.Sql[] = [];
  if (field) found.push(Prisma.sql`q.field = ${field}`);
  if (source) found.push(Prisma.sql`q."statedSource" = ${source}`);
  if (present === A_PERSON) found.push(Prisma.sql`q."presentSource" IS NULL`);
  else if (present) found.push(Prisma.sql`q."presentSource" = ${present}`);
  if (importId) found.push(Prisma.sql`q."importId" = ${importId}::uuid`);
  return found;
}
