import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import { changedFields } from "@/lib/audit/rules/changed-fields";
import { reviewQuestions } from "@/lib/claims/commands/review-questions";
import type { CommandContext } from "@/lib/command/define-command";
import type { RawTx } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/new-id";
import { nameKey } from "@/lib/kernel/text";
import {
  type HeldWorkload,
  insertWorkloads,
  loadForChange,
  loadNames,
  requireFreeNames,
  updateWorkloads,
} from "../adapters/workload-rows";
import type { Origins, WorkloadChange, WorkloadFacts } from "../model/workload";
import { type NamesOfIds, recordOf, statedFacts } from "../rules/facts";
import { newFacts } from "../rules/new-facts";
import { originsAfter } from "../rules/origins";

type Planned = {
  id: string;
  facts: WorkloadFacts;
  before: WorkloadFacts | null;
  origins: Origins;
  note: string | undefined;
};

/**
 * Writes workloads in bulk: the same core for one edit, an import and the demo story. Answers the ids in the order of
 * `changes`, one event per workload that really changed and one per open question that the change settles. `held`: the rows, where the caller has locked them already.
 * @throws INVALID when a name is taken or a tier or person is unknown, NOT_FOUND for a workload that is not there.
 */
export async function applyWorkloadChanges(
  tx: RawTx,
  ctx: CommandContext,
  changes: readonly WorkloadChange[],
  held?: ReadonlyMap<string, HeldWorkload>,
): Promise<{ ids: string[]; events: AuditEventInput[] }> {
  const planned = await planOf(tx, ctx, changes, held);
  const repointed = planned.filter(pointsElsewhere);
  const names = await loadNames(tx, repointed);
  requireKnownReferences(repointed, names);
  const events = planned.map((one) => eventOf(one, names));
  const touched = planned.filter((_, index) => events[index] !== null);
  await requireFreeNames(
    tx,
    ctx.actor.programId,
    touched.filter((one) => one.facts.name !== one.before?.name),
  );
  await insertWorkloads(tx, ctx, touched.filter((one) => one.before === null).map(written));
  const known = touched.filter((one) => one.before !== null);
  const settled = await reviewQuestions(
    tx,
    ctx,
    { workloadIds: known.map((one) => one.id), assetIds: [] },
    () => updateWorkloads(tx, ctx, known.map(written)),
  );
  return {
    ids: planned.map((one) => one.id),
    events: [...events.filter((event) => event !== null), ...settled],
  };
}

/**
 * Whether a tier or an owner differs. Where none does, an event tells of none: the names need not be asked, and what is pointed to
 * is known to be there.
 */
function pointsElsewhere({ facts, before }: Planned): boolean {
  return (
    before === null ||
    (["tierId", "businessOwnerId", "technicalOwnerId"] as const).some((key) => facts[key] !== before[key])
  );
}

async function planOf(
  tx: RawTx,
  ctx: CommandContext,
  changes: readonly WorkloadChange[],
  held: ReadonlyMap<string, HeldWorkload> | undefined,
): Promise<readonly Planned[]> {
  const ids = changes.flatMap((change) => (change.kind === "change" ? [change.workloadId] : []));
  if (new Set(ids).size !== ids.length)
    throw new AppError("INVALID", "A workload occurs twice in one batch.");
  const rows = held ?? (await loadForChange(tx, ids));
  return changes.map((change) => plannedOf(change, ctx, rows));
}

function plannedOf(
  change: WorkloadChange,
  ctx: CommandContext,
  rows: ReadonlyMap<string, HeldWorkload>,
): Planned {
  const { note, origins: named = {} } = change;
  if (change.kind === "create") {
    const facts = newFacts(change.facts);
    const origins = originsAfter(null, change.facts, named);
    return { id: newId(ctx.now), facts, before: null, origins, note };
  }
  const row = rows.get(change.workloadId);
  if (row === undefined) throw notFound("workload");
  const { version: _, origins: had, ...before } = row;
  const facts = { ...before, ...stated(change.facts) };
  const origins = originsAfter({ facts: before, origins: had }, change.facts, named);
  return { id: change.workloadId, facts, before, origins, note };
}

/** Leaves out what is not stated, so that it cannot overwrite what is known. */
function stated(facts: Partial<WorkloadFacts>): Partial<WorkloadFacts> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

function eventOf({ id, facts, before, note }: Planned, names: NamesOfIds): AuditEventInput | null {
  const subject = { type: "workload", id, label: facts.name };
  const after = recordOf(facts, names);
  const noted = note === undefined ? {} : { note };
  if (before === null) return { action: "workload.created", subject, after: statedFacts(after), ...noted };
  const change = changedFields(recordOf(before, names), after);
  return change === null ? null : { action: "workload.changed", subject, ...change, ...noted };
}

function requireKnownReferences(planned: readonly Planned[], names: NamesOfIds): void {
  const fields: Record<string, string> = {};
  for (const { facts } of planned) {
    if (facts.tierId !== null && !names.tiers.has(facts.tierId)) fields.tierId = "There is no such tier.";
    for (const field of ["businessOwnerId", "technicalOwnerId"] as const) {
      const person = facts[field];
      if (person !== null && !names.people.has(person))
        fields[field] = "There is no such person in this program.";
    }
  }
  if (Object.keys(fields).length > 0)
    throw new AppError("INVALID", Object.values(fields).join(" "), { fields });
}

function written({ id, facts, origins }: Planned) {
  return { ...facts, id, nameKey: nameKey(facts.name), origins };
}
