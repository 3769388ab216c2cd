import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import { changedFields } from "@/lib/audit/rules/changed-fields";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/new-id";
import { nameKey } from "@/lib/kernel/text";
import {
  insertProcesses,
  loadProcesses,
  processNames,
  requireFreeProcessNames,
  updateProcesses,
} from "../adapters/process-rows";
import { type HeldProcess, newProcess, type ProcessChange, type ProcessFacts } from "../model";
import { type NamesOfIds, recordOf, statedFacts } from "../rules/facts";

type Planned = { id: string; facts: ProcessFacts; before: HeldProcess | null };

/**
 * Writes business processes in bulk. Answers the ids in the order of `changes` and one event per process that really
 * changed; the workloads that carry it are among its facts. Another fallback text clears the owner's acknowledgement.
 * @throws INVALID when a name is taken or a person or workload is unknown, NOT_FOUND for a process that is not there.
 */
export async function applyProcessChanges(
  tx: Tx,
  ctx: CommandContext,
  changes: readonly ProcessChange[],
  held?: ReadonlyMap<string, HeldProcess>,
): Promise<{ ids: string[]; events: AuditEventInput[] }> {
  const ids = changes.flatMap((change) => (change.kind === "change" ? [change.processId] : []));
  if (new Set(ids).size !== ids.length) throw new AppError("INVALID", "A process occurs twice in one batch.");
  const rows = held ?? (await loadProcesses(tx, ids));
  const planned = changes.map((change) => plan(ctx, change, rows));
  const names = await processNames(
    tx,
    planned.flatMap(({ facts, before }) => (before === null ? [facts] : [facts, before])),
  );
  requireKnown(planned, names);
  const told = planned.flatMap((one) => {
    const event = eventOf(one, names);
    return event === null ? [] : [{ ...one, event }];
  });
  await requireFreeProcessNames(
    tx,
    told
      .filter((one) => one.facts.name !== one.before?.name)
      .map(({ id, facts }) => ({ id, name: facts.name })),
  );
  await insertProcesses(tx, ctx, told.filter((one) => one.before === null).map(written));
  await updateProcesses(tx, ctx, told.filter((one) => one.before !== null).map(written));
  return { ids: planned.map((one) => one.id), events: told.map((one) => one.event) };
}

function plan(ctx: CommandContext, change: ProcessChange, rows: ReadonlyMap<string, HeldProcess>): Planned {
  if (change.kind === "create") {
    const facts = newProcess({ ...stated(change.facts), name: change.facts.name });
    return { id: newId(ctx.now), facts, before: null };
  }
  const before = rows.get(change.processId);
  if (before === undefined) throw notFound("business process");
  return { id: change.processId, facts: { ...factsOf(before), ...stated(change.facts) }, before };
}

function factsOf({ version: _, acknowledgedAt: __, ...facts }: HeldProcess): ProcessFacts {
  return facts;
}

/** Leaves out what is not stated; a workload named twice carries it once. */
function stated(facts: Partial<ProcessFacts>): Partial<ProcessFacts> {
  const kept = Object.entries(facts).filter(([, value]) => value !== undefined);
  const once = facts.workloadIds === undefined ? {} : { workloadIds: [...new Set(facts.workloadIds)] };
  return { ...Object.fromEntries(kept), ...once };
}

function requireKnown(planned: readonly Planned[], { people, workloads }: NamesOfIds): void {
  const fields: Record<string, string> = {};
  for (const { facts } of planned) {
    for (const field of ["ownerId", "fallbackOwnerId"] as const) {
      const person = facts[field];
      if (person !== null && !people.has(person)) fields[field] = "There is no such person in this program.";
    }
    if (facts.workloadIds.some((id) => !workloads.has(id)))
      fields.workloadIds = "There is no such workload in this program.";
  }
  if (Object.keys(fields).length > 0)
    throw new AppError("INVALID", Object.values(fields).join(" "), { fields });
}

function eventOf({ id, facts, before }: Planned, names: NamesOfIds): AuditEventInput | null {
  const subject = { type: "process", id, label: facts.name };
  const after = recordOf(facts, names);
  if (before === null) return { action: "process.created", subject, after: statedFacts(after) };
  const change = changedFields(
    {
      ...recordOf(factsOf(before), names),
      fallbackAcknowledgedAt: before.acknowledgedAt?.toISOString() ?? null,
    },
    { ...after, ...(isKept(facts, before) ? {} : { fallbackAcknowledgedAt: null }) },
  );
  return change === null ? null : { action: "process.changed", subject, ...change };
}

/** An acknowledgement holds for the words that were acknowledged. */
function isKept(facts: ProcessFacts, before: ProcessFacts): boolean {
  return facts.fallback === before.fallback;
}

function written({ id, facts, before }: Planned) {
  return {
    ...facts,
    id,
    nameKey: nameKey(facts.name),
    acknowledged: before !== null && isKept(facts, before),
  };
}
