import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireEstate } from "@/lib/access/reads-estate";
import { agrees } from "@/lib/claims/rules/settle";
import { withActor } from "@/lib/db/transaction";
import { isId } from "@/lib/kernel/new-id";
import { Prisma } from "@/prisma/generated/client/client";
import { mayAnswer } from "../adapters/answerers";
import { type BulkPreview, MOST_AT_ONCE, type Take } from "../model";
import { seenDigest } from "../rules/digest";
import type { QuestionSearch } from "../rules/search";
import { ABOUT, matching } from "./conditions";
import { questionLines } from "./list-questions";

/** Which open questions a bulk answer is about: those of the filters, or of these only the chosen ones. */
export type Chosen = { search: QuestionSearch; ids: readonly string[] };

/** What answering many questions at once would do; at most 1,000, the oldest of the filters first. */
export function previewAnswers(actor: Actor, chosen: Chosen, take: Take): Promise<BulkPreview> {
  requireEstate(actor, "page");
  return withActor(actor, async (tx) => {
    const search = { ...chosen.search, state: "open" as const };
    const ids = chosen.ids.filter(isId);
    const narrowed = chosen.ids.length > 0 ? Prisma.sql` AND q.id = ANY(${ids}::uuid[])` : Prisma.empty;
    const where = Prisma.sql`${matching(actor.programId, search, actor.userId)}${narrowed}`;
    const yours = Prisma.sql`${where} AND ${mayAnswer(actor)}`;
    const [counts] = await tx.$queryRaw<{ all: number; total: number }[]>`
      SELECT count(*)::int AS all, count(*) FILTER (WHERE ${mayAnswer(actor)})::int AS total
      FROM "FactQuestion" q ${ABOUT} WHERE ${where}`;
    const { all = 0, total = 0 } = counts ?? {};
    const range = { limit: MOST_AT_ONCE, offset: 0 };
    const lines = await questionLines(tx, yours, { sort: "raised", order: "asc" }, range);
    const changes =
      take === "present" ? 0 : lines.filter((line) => !agrees(line.presentValue, line.statedValue)).length;
    return { lines, total, notYours: all - total, changes, digest: seenDigest(lines) };
  });
}
