import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import type { CommandContext } from "@/lib/command/define-command";
import type { RawTx } from "@/lib/db/transaction";
import {
  closeQuestions,
  lockQuestions,
  type OpenQuestion,
  pointQuestions,
  withPresent,
} from "../adapters/question-rows";
import { BY_HAND, type SubjectIds } from "../model";
import { closedRecord, questionRecord } from "../rules/event-words";
import { type Review, review } from "../rules/review";

/**
 * Looks at the open questions of subjects again once their facts were written: a person's edit of the field answers its
 * question, a source that came round withdraws it. Answers one event for each question that is closed.
 * @param write writes the facts of subjects that are locked already: it is sent together with the lock on their questions,
 * which nobody can ask or answer meanwhile
 */
export async function reviewQuestions(
  tx: RawTx,
  ctx: CommandContext,
  subjects: SubjectIds,
  write?: () => Promise<void>,
): Promise<AuditEventInput[]> {
  if (subjects.workloadIds.length + subjects.assetIds.length === 0) return [];
  const [locked] = await Promise.all([lockQuestions(tx, subjects), write?.()]);
  if (locked.length === 0) return [];
  const open = await withPresent(tx, locked);
  const reviewed = open.map((question) => ({ question, outcome: reviewOf(question) }));
  await pointQuestions(
    tx,
    reviewed.flatMap(({ question, outcome }) =>
      outcome.kind === "points"
        ? [{ id: question.id, statedSource: outcome.source, statedValue: outcome.value }]
        : [],
    ),
  );
  const closed = reviewed.flatMap(({ question, outcome }) => closing(question, outcome));
  await closeQuestions(
    tx,
    ctx,
    closed.map((one) => one.row),
  );
  return closed.map((one) => one.event);
}

function reviewOf(question: OpenQuestion): Review {
  return review({ ...question, present: { value: question.nowValue, source: question.nowSource } });
}

type Closing = { row: Parameters<typeof closeQuestions>[2][number]; event: AuditEventInput };

function closing(question: OpenQuestion, outcome: Review): Closing[] {
  if (outcome.kind !== "answered" && outcome.kind !== "withdrawn") return [];
  const row = {
    id: question.id,
    state: outcome.kind,
    chosenValue: question.nowValue,
    chosenSource: question.nowSource ?? BY_HAND,
    reason: outcome.reason,
  };
  const subject = {
    type: question.workloadId ? "workload" : "asset",
    id: question.workloadId ?? question.assetId ?? "",
    label: question.subject,
  };
  const change = { before: questionRecord(question), after: closedRecord(row) };
  const action = outcome.kind === "answered" ? "question.answered" : "question.withdrawn";
  return [{ row, event: { action, subject, ...change } }];
}
