import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import { changedFields } from "@/lib/audit/rules/changed-fields";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/new-id";
import { lockWorkloads, namesOfPeople } from "../adapters/profile-workloads";
import {
  type HeldRemediation,
  insertRemediations,
  lockRemediations,
  updateRemediations,
} from "../adapters/remediation-rows";
import type { RemediationChange, RemediationFacts } from "../model";
import { newRemediation, remediationProblems, remediationRecord } from "../rules/remediation";

type Planned = { id: string; facts: RemediationFacts; before: RemediationFacts | null };

/**
 * Writes remediation items in bulk: the same core for a form, an import and the demo story. Answers the ids in the order
 * of `changes` and one event per item that really changed.
 * @throws NOT_FOUND for an item or workload that is not there, INVALID for an unknown owner or a missing reason.
 */
export async function applyRemediationChanges(
  tx: Tx,
  ctx: CommandContext,
  changes: readonly RemediationChange[],
): Promise<{ ids: string[]; events: AuditEventInput[] }> {
  const held = await lockRemediations(
    tx,
    changes.flatMap((change) => (change.kind === "change" ? [change.remediationId] : [])),
  );
  const planned = changes.map((change) => planOf(change, ctx, held));
  await lockWorkloads(
    tx,
    planned.flatMap((one) => (one.before === null ? [one.facts.workloadId] : [])),
  );
  const owners = await namesOfPeople(
    tx,
    planned.flatMap(({ facts, before }) => [facts.ownerId, before?.ownerId ?? null]),
  );
  for (const { facts } of planned) requireSound(facts, owners);
  const events = planned.map((one) => eventOf(one, owners));
  const touched = planned.filter((_, at) => events[at] !== null);
  const rows = (isNew: boolean) =>
    touched.filter(({ before }) => (before === null) === isNew).map(({ id, facts }) => ({ ...facts, id }));
  await insertRemediations(tx, ctx, rows(true));
  await updateRemediations(tx, ctx, rows(false));
  return { ids: planned.map(({ id }) => id), events: events.filter((event) => event !== null) };
}

function planOf(
  change: RemediationChange,
  ctx: CommandContext,
  held: ReadonlyMap<string, HeldRemediation>,
): Planned {
  if (change.kind === "create")
    return { id: newId(ctx.now), facts: newRemediation(change.facts), before: null };
  const row = held.get(change.remediationId);
  if (row === undefined) throw notFound("remediation item");
  const { version: _, ...before } = row;
  return { id: change.remediationId, facts: { ...before, ...statedOf(change.facts) }, before };
}

function requireSound(facts: RemediationFacts, owners: ReadonlyMap<string, string>): void {
  const fields: Record<string, string> = { ...remediationProblems(facts) };
  if (facts.ownerId !== null && !owners.has(facts.ownerId))
    fields.ownerId = "There is no such person in this program.";
  const sentences = Object.values(fields);
  if (sentences.length > 0) throw new AppError("INVALID", sentences.join(" "), { fields });
}

function eventOf(
  { id, facts, before }: Planned,
  owners: ReadonlyMap<string, string>,
): AuditEventInput | null {
  const subject = { type: "remediation", id, label: facts.title };
  const nameOf = (owner: string | null) => (owner === null ? null : (owners.get(owner) ?? null));
  const after = remediationRecord(facts, nameOf(facts.ownerId));
  if (before === null) return { action: "remediation.recorded", subject, after };
  const change = changedFields(remediationRecord(before, nameOf(before.ownerId)), after);
  return change === null ? null : { action: "remediation.changed", subject, ...change };
}

/** Leaves out what is not stated, so that it cannot overwrite what is known. */
function statedOf(facts: Partial<RemediationFacts>): Partial<RemediationFacts> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
