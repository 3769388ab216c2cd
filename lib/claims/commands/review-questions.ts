import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import {
  closeQuestions,
  lockOpenQuestions,
  type OpenQuestion,
  pointQuestions,
} from "../adapters/question-rows";
import { BY_HAND, type SubjectIds } from "../model";
import { closedRecord, questionRecord } from "../rules/event-words";
import { type Review, review } from "../rules/review";

/**
 * Looks at the open questions of subjects again once their facts were written: a person's edit of the field answers its
 * question, a source that came round withdraws it. Answers one event for each question that is closed.
 */
export async function reviewQuestions(
  tx: Tx,
  ctx: CommandContext,
  subjects: SubjectIds,
): Promise<AuditEventInput[]> {
  if (subjects.workloadIds.length + subjects.assetIds.length === 0) return [];
  const open = await lockOpenQuestions(tx, subjects);
  if (open.length === 0) return [];
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
