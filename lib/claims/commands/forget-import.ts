import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { forgetWords } from "../adapters/claim-rows";
import { closeQuestions, lockOpenQuestions, removeQuestions } from "../adapters/question-rows";
import type { SubjectIds } from "../model";
import { closedRecord, questionRecord } from "../rules/event-words";

const REASON = "The import that raised it was undone.";

/**
 * Takes back what an import said: its words, its open questions (withdrawn, one event each), and everything said or asked
 * of the workloads and assets that go with it. To be called before those rows are removed.
 */
export async function forgetImport(
  tx: Tx,
  ctx: CommandContext,
  importId: string,
  removed: SubjectIds,
): Promise<AuditEventInput[]> {
  const raised = await tx.factQuestion.findMany({ where: { importId, state: "open" }, select: { id: true } });
  const open = await lockOpenQuestions(tx, { ids: raised.map((question) => question.id) });
  const rows = open.map((question) => ({
    id: question.id,
    state: "withdrawn" as const,
    chosenValue: question.nowValue,
    chosenSource: question.nowSource,
    reason: REASON,
  }));
  await closeQuestions(tx, ctx, rows);
  await removeQuestions(tx, removed);
  await forgetWords(tx, importId, removed);
  return open.map((question) => {
    const id = question.workloadId ?? question.assetId ?? "";
    const subject = { type: question.workloadId ? "workload" : "asset", id, label: question.subject };
    const after = closedRecord({
      state: "withdrawn",
      chosenValue: question.nowValue,
      chosenSource: question.nowSource,
      reason: REASON,
    });
    return { action: "question.withdrawn", subject, before: questionRecord(question), after };
  });
}
