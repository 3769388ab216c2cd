import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireEstate } from "@/lib/access/reads-estate";
import { withActor } from "@/lib/db/transaction";
import { isId } from "@/lib/kernel/new-id";
import { Prisma } from "@/prisma/generated/client/client";
import { mayAnswer, namesToChoose } from "../adapters/answerers";
import type { QuestionView, SourceWord } from "../model";
import { ABOUT } from "./conditions";
import { questionLines } from "./list-questions";

/** One question with every source's word on its field, the most trusted first; null when it is not there or not to be seen. */
export async function getQuestion(actor: Actor, id: string): Promise<QuestionView | null> {
  requireEstate(actor, "question");
  if (!isId(id)) return null;
  return withActor(actor, async (tx) => {
    const where = Prisma.sql`q.id = ${id}::uuid`;
    const [line] = await questionLines(tx, where, { sort: "raised" }, { limit: 1, offset: 0 });
    if (line === undefined) return null;
    const words = await tx.$queryRaw<SourceWord[]>`
      SELECT c.source, d.trust, c.facts -> ${line.field} -> 'value' AS value, c.facts -> ${line.field} ->> 'at' AS at,
        c.facts -> ${line.field} ->> 'since' AS since, i.id AS "importId", i."fileName" AS "importName"
      FROM "Claim" c LEFT JOIN "DataSource" d ON d.name = c.source
        LEFT JOIN "ImportBatch" i ON i.id = (c.facts -> ${line.field} ->> 'importId')::uuid
      WHERE (c."workloadId" = ${line.subjectId}::uuid OR c."assetId" = ${line.subjectId}::uuid) AND c.facts ? ${line.field}
      ORDER BY d.trust DESC NULLS LAST, c.source`;
    const [allowed] = await tx.$queryRaw<{ may: boolean }[]>`
      SELECT ${mayAnswer(actor)} AS may FROM "FactQuestion" q ${ABOUT} WHERE ${where}`;
    const open = line.state === "open" && allowed?.may === true;
    return { ...line, words, mayAnswer: open, names: open ? await namesToChoose(tx, line.field) : [] };
  });
}
