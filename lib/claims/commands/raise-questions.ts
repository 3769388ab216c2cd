import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import type { CommandContext } from "@/lib/command/define-command";
import { freshPlans } from "@/lib/db/fresh-plans";
import type { Tx } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/new-id";
import { cleanName, nameKey } from "@/lib/kernel/text";
import { insertQuestions, type NewQuestion, subjectsOf } from "../adapters/question-rows";
import { namesOfSources } from "../adapters/source-rows";
import type { QuestionRow } from "../model";
import { questionRecord } from "../rules/event-words";
import { fieldKey } from "../rules/field-key";
import { whomToAsk } from "../rules/whom-to-ask";

const MANY = 500;

/**
 * Asks which value counts: the owner of the subject, by `whomToAsk`. A field is asked once while the question is open; up
 * to 10,000 rows at once. The present value and who stands behind it are read from the row. Answers one event for each question that is new, about the workload or asset.
 * @throws NOT_FOUND for a subject that is not there.
 */
export async function raiseQuestions(
  tx: Tx,
  ctx: CommandContext,
  rows: readonly QuestionRow[],
): Promise<AuditEventInput[]> {
  if (rows.length === 0) return [];
  const subjects = await subjectsOf(tx, {
    workloadIds: rows.flatMap((row) => row.workloadId ?? []),
    assetIds: rows.flatMap((row) => row.assetId ?? []),
  });
  const sources = await namesOfSources(tx, ctx);
  const byKey = new Map<string, NewQuestion>();
  for (const row of rows) {
    const subject = subjects.get(row.workloadId ?? row.assetId ?? "");
    if (subject === undefined) throw notFound(row.workloadId ? "workload" : "asset");
    const field = fieldKey(row.field);
    const openKey = `${subject.id}:${field}`;
    if (byKey.has(openKey)) continue;
    byKey.set(openKey, {
      id: newId(ctx.now),
      openKey,
      workloadId: row.workloadId ?? null,
      assetId: row.assetId ?? null,
      field,
      askedId: whomToAsk(row.workloadId ? "workload" : "asset", field, subject),
      statedValue: row.statedValue,
      statedSource: sources.get(nameKey(row.statedSource)) ?? cleanName(row.statedSource),
      importId: row.importId,
    });
  }
  const questions = [...byKey.values()];
  if (questions.length > MANY) await freshPlans(tx);
  const added = await insertQuestions(tx, ctx, questions);
  return questions.flatMap((question) => {
    const present = added.get(question.id);
    if (present === undefined) return [];
    const id = question.workloadId ?? question.assetId ?? "";
    const type = question.workloadId ? "workload" : "asset";
    const subject = { type, id, label: subjects.get(id)?.name ?? "" };
    return [{ action: "question.raised", subject, after: questionRecord({ ...question, ...present }) }];
  });
}
