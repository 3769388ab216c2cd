import "server-only";
import { applyAssetChanges } from "@/lib/assets/commands/apply-asset-changes";
import type { AuditEventInput } from "@/lib/audit/model";
import { closeQuestions, lockOpenQuestions, type OpenQuestion } from "@/lib/claims/adapters/question-rows";
import { BY_HAND, type Value } from "@/lib/claims/model";
import { closedRecord, questionRecord } from "@/lib/claims/rules/event-words";
import { agrees, isSameSource } from "@/lib/claims/rules/settle";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { applyWorkloadChanges } from "@/lib/workloads/commands/apply-workload-changes";
import { changesOf } from "../adapters/answer-changes";
import { requireAnswerer } from "../adapters/require-answerer";
import type { Choice } from "../model";

/** An answer to one question. */
export type Answer = { questionId: string; choice: Choice };
export type Settled = { question: OpenQuestion; value: Value | null; source: string | null };

/**
 * Answers open questions with one reason: closes each, writes the values that change with their source behind them, and
 * answers one event for each question and for each workload or asset that changed.
 * @throws CONFLICT when a question is not open any more, FORBIDDEN for what a business owner does not own, INVALID for a
 * value that does not fit its field.
 */
export async function settleQuestions(
  tx: Tx,
  ctx: CommandContext,
  answers: readonly Answer[],
  reason: string,
): Promise<AuditEventInput[]> {
  const ids = answers.map((answer) => answer.questionId);
  const open = new Map((await lockOpenQuestions(tx, { ids })).map((question) => [question.id, question]));
  if (open.size !== new Set(ids).size)
    throw new AppError(
      "CONFLICT",
      "A question was answered or withdrawn meanwhile. Nothing of yours was saved.",
    );
  await requireAnswerer(tx, ctx.actor, ids);
  const settled = answers.flatMap(({ questionId, choice }) => {
    const question = open.get(questionId);
    return question === undefined ? [] : [{ question, ...chosenBy(question, choice) }];
  });
  await closeQuestions(
    tx,
    ctx,
    settled.map((one) => ({ ...closedBy(one, reason), id: one.question.id })),
  );
  const changes = await changesOf(tx, ctx, settled.filter(isChange));
  const workloads = await applyWorkloadChanges(tx, ctx, changes.workloads);
  const assets = await applyAssetChanges(tx, ctx, changes.assets);
  return [
    ...changes.events,
    ...workloads.events,
    ...assets.events,
    ...settled.map((one) => eventOf(one, reason)),
  ];
}

function chosenBy(question: OpenQuestion, choice: Choice): { value: Value | null; source: string | null } {
  if (choice.kind === "present") return { value: question.nowValue, source: question.nowSource };
  if (choice.kind === "other") return { value: choice.value, source: null };
  const said = question.words.find((word) => isSameSource(word.source, choice.source));
  if (said !== undefined) return { value: said.value, source: said.source };
  if (isSameSource(question.statedSource, choice.source))
    return { value: question.statedValue, source: question.statedSource };
  throw new AppError("INVALID", `${choice.source} says nothing of this.`, {
    fields: { choice: "Choose one of the values." },
  });
}

function isChange({ question, value, source }: Settled): boolean {
  return value !== null && !(agrees(value, question.nowValue) && source === question.nowSource);
}

function closedBy({ value, source }: Settled, reason: string) {
  return { state: "answered" as const, chosenValue: value, chosenSource: source ?? BY_HAND, reason };
}

function eventOf(one: Settled, reason: string): AuditEventInput {
  const { question } = one;
  const id = question.workloadId ?? question.assetId ?? "";
  return {
    action: "question.answered",
    subject: { type: question.workloadId ? "workload" : "asset", id, label: question.subject },
    before: questionRecord(question),
    after: closedRecord(closedBy(one, reason)),
    note: reason,
  };
}
