import "server-only";
import * as z from "zod";
import { applyAssetChanges } from "@/lib/assets/commands/apply-asset-changes";
import { appendBodies, bodiesOf } from "@/lib/audit/adapters/append-events";
import type { AuditEventInput, EventAction } from "@/lib/audit/model";
import { type CommandContext, defineCommand } from "@/lib/command/define-command";
import { requireOneChanged } from "@/lib/command/version";
import type { Tx } from "@/lib/db/transaction";
import { applyDependencyChanges } from "@/lib/dependencies/commands/apply-dependency-changes";
import { AppError } from "@/lib/kernel/errors";
import { counted } from "@/lib/kernel/text";
import { applyProcessChanges } from "@/lib/processes/commands/apply-process-changes";
import { applyTargetChanges } from "@/lib/recovery/commands/apply-target-changes";
import { applyRiskChanges } from "@/lib/risks/commands/apply-risk-changes";
import { applySiteChanges } from "@/lib/sites/commands/apply-site-changes";
import { leaveWaves } from "@/lib/waves/commands/apply-memberships";
import { applyWorkloadChanges } from "@/lib/workloads/commands/apply-workload-changes";
import { restoreExternalLinks } from "../adapters/restore-links";
import {
  type KeptTouch,
  type Removed,
  removeCreated,
  removeUnused,
  restoreRows,
  touchesOf,
  undoBlockers,
} from "../adapters/undo-rows";
import { requireBatch } from "../queries/batch";
import { removedFacts } from "../rules/removed-facts";
import { importId, storedCounts } from "../schema";

/**
 * Takes an import back: what it changed gets its earlier values as new events, what it created is removed. Only while
 * everything is as the import left it and nothing refers to what it created.
 * @throws BLOCKED with what stands in the way; nothing is changed then
 */
export const undoImport = defineCommand({
  permission: "import:run",
  input: z.object({ importId }),
  lock: "shared",
  timeoutMs: 300_000,
  async run(tx, ctx, { importId }) {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${ctx.actor.programId}, 80))`;
    const batch = await requireBatch(tx, ctx.actor, importId, ["committed"]);
    const blockers = await undoBlockers(tx, batch);
    if (blockers.count > 0) throw blocked(blockers.first, blockers.count);
    const events: AuditEventInput[] = [];
    for (const undo of ORDER) events.push(...(await undo(tx, ctx, importId)));
    await tx.importTouch.deleteMany({ where: { importId, programId: ctx.actor.programId } });
    const result = await tx.importBatch.updateMany({
      where: { id: importId, version: batch.version, state: "committed", programId: ctx.actor.programId },
      data: { state: "undone", undoneAt: ctx.now, problem: null, version: { increment: 1 } },
    });
    requireOneChanged(result);
    const subject = { type: "import", id: importId, label: batch.fileName };
    const after = {
      ...storedCounts.parse(batch.counts),
      fileDigest: batch.fileDigest,
      events: events.length,
    };
    const last: AuditEventInput = { action: "import.undone", subject, after };
    await appendBodies(tx, ctx.actor.programId, bodiesOf(events, ctx));
    return { value: { importId, changes: events.length }, events: [last] };
  },
});

type Undo = (tx: Tx, ctx: CommandContext, importId: string) => Promise<AuditEventInput[]>;

/** What names something else goes before what it names; the reverse of writing. */
const ORDER: readonly Undo[] = [
  undoQuestions,
  undoClaims,
  undoTargets,
  undoRisks,
  async (tx, ctx, importId) => [
    ...(await restoreExternalLinks(tx, ctx, await changed(tx, importId, "external-link"))),
    ...(await removed(tx, importId, "external-link", "external-link.removed")),
  ],
  async (tx, ctx, importId) => [
    ...(await restored(tx, ctx, importId, "dependency", (touches) =>
      applyDependencyChanges(
        tx,
        ctx,
        touches.map((one) => ({ kind: "change", dependencyId: one.id, facts: one.facts })),
      ),
    )),
    ...(await removed(tx, importId, "dependency", "dependency.removed")),
  ],
  async (tx, ctx, importId) => {
    const members = await touchesOf(tx, importId, "membership");
    return leaveWaves(
      tx,
      ctx.actor.programId,
      members.map((one) => ({ workloadId: one.subjectId, ...membership.parse(one.before) })),
    );
  },
  async (tx, _ctx, importId) => removed(tx, importId, "wave", "wave.removed"),
  async (tx, ctx, importId) => [
    ...(await restored(tx, ctx, importId, "asset", (touches) =>
      applyAssetChanges(
        tx,
        ctx,
        touches.map((one) => ({ kind: "change", assetId: one.id, facts: one.facts, origins: one.origins })),
      ),
    )),
    ...(await removed(tx, importId, "asset", "asset.removed")),
  ],
  undoProcesses,
  async (tx, ctx, importId) => [
    ...(await restored(tx, ctx, importId, "site", (touches) =>
      applySiteChanges(
        tx,
        ctx,
        touches.map((one) => ({ kind: "change", siteId: one.id, facts: one.facts })),
      ),
    )),
    ...(await removed(tx, importId, "site", "site.removed")),
  ],
  async (tx, ctx, importId) => [
    ...(await restored(tx, ctx, importId, "workload", (touches) =>
      applyWorkloadChanges(
        tx,
        ctx,
        touches.map((one) => ({
          kind: "change",
          workloadId: one.id,
          facts: one.facts,
          origins: one.origins,
        })),
      ),
    )),
    ...(await removed(tx, importId, "workload", "workload.removed")),
  ],
  async (tx, _ctx, importId) =>
    (await removeUnused(tx, importId, "source")).map(eventOf("source", "source.removed")),
  async (tx, _ctx, importId) =>
    (await removeUnused(tx, importId, "person")).map(eventOf("person", "person.removed")),
];

const membership = z.object({ waveId: z.string() });
/** The facts as the cores take them; they were taken from a row of the same shape. */
const facts = z.record(z.string(), z.any()).default({});
const before = z.object({
  facts,
  origins: z.record(z.string(), z.string()).optional(),
  workloadId: z.string().optional(),
});
type Restored = { id: string } & z.infer<typeof before>;

const AT_ONCE = 2_000;

async function changed(tx: Tx, importId: string, entity: string): Promise<Restored[]> {
  const touches = await touchesOf(tx, importId, entity);
  return touches
    .filter((one) => !one.created)
    .map((one) => ({ id: one.subjectId, ...before.parse(one.before ?? {}) }));
}

async function restored(
  tx: Tx,
  _ctx: CommandContext,
  importId: string,
  entity: string,
  apply: (touches: readonly Restored[]) => Promise<{ events: readonly AuditEventInput[] }>,
): Promise<AuditEventInput[]> {
  const touches = await changed(tx, importId, entity);
  const events: AuditEventInput[] = [];
  for (let from = 0; from < touches.length; from += AT_ONCE)
    events.push(...(await apply(touches.slice(from, from + AT_ONCE))).events);
  return events;
}

async function removed(
  tx: Tx,
  importId: string,
  entity: string,
  action: RemovedAction,
): Promise<AuditEventInput[]> {
  return (await removeCreated(tx, importId, entity)).map(eventOf(entity, action));
}

type RemovedAction = Extract<EventAction, `${string}.removed`> &
  (
    | "workload.removed"
    | "site.removed"
    | "process.removed"
    | "asset.removed"
    | "wave.removed"
    | "dependency.removed"
    | "external-link.removed"
    | "risk.removed"
    | "person.removed"
    | "source.removed"
  );

function eventOf(type: string, action: RemovedAction) {
  return ({ id, label, held }: Removed): AuditEventInput => ({
    action,
    subject: { type, id, label },
    before: removedFacts(held),
  });
}

async function undoQuestions(tx: Tx, _ctx: CommandContext, importId: string): Promise<AuditEventInput[]> {
  const touches = await touchesOf(tx, importId, "question");
  await restoreRows(
    tx,
    "FactQuestion",
    touches.filter((one) => !one.created),
  );
  const gone = await removeCreated(tx, importId, "question");
  return gone.map(({ id, label, held }) => ({
    action: "question.withdrawn",
    subject: subjectOfQuestion(id, label, held),
    before: { state: "open" },
    after: { state: "withdrawn", reason: "The import that asked it was taken back." },
  }));
}

function subjectOfQuestion(id: string, label: string, held: Record<string, unknown>) {
  const { workloadId, assetId } = held;
  if (typeof workloadId === "string") return { type: "workload", id: workloadId, label };
  return { type: "asset", id: typeof assetId === "string" ? assetId : id, label };
}

/** What a source said is no change of a fact: no event tells it, the import's own does. */
async function undoClaims(tx: Tx, ctx: CommandContext, importId: string): Promise<AuditEventInput[]> {
  const touches = await touchesOf(tx, importId, "claim");
  const isNew = (one: KeptTouch) => one.created;
  await restoreRows(
    tx,
    "Claim",
    touches.filter((one) => !isNew(one)),
  );
  await tx.claim.deleteMany({
    where: { id: { in: touches.filter(isNew).map((one) => one.subjectId) }, programId: ctx.actor.programId },
  });
  return [];
}

async function undoTargets(tx: Tx, ctx: CommandContext, importId: string): Promise<AuditEventInput[]> {
  const touches = await touchesOf(tx, importId, "target");
  const changes = touches.map((one) => {
    const held = before.parse(one.before ?? {});
    const workloadId = held.workloadId ?? "";
    return one.created
      ? { kind: "remove" as const, workloadId }
      : { kind: "set" as const, workloadId, ...held.facts };
  });
  return changes.length === 0 ? [] : (await applyTargetChanges(tx, ctx, changes)).events;
}

async function undoRisks(tx: Tx, ctx: CommandContext, importId: string): Promise<AuditEventInput[]> {
  const events = await restored(tx, ctx, importId, "risk", (touches) =>
    applyRiskChanges(
      tx,
      ctx,
      touches.map((one) => ({ kind: "change", riskId: one.id, facts: one.facts })),
    ),
  );
  await tx.$queryRaw`SELECT wavegate_take_back_assessments(${importId}::uuid)`;
  return [...events, ...(await removed(tx, importId, "risk", "risk.removed"))];
}

async function undoProcesses(tx: Tx, ctx: CommandContext, importId: string): Promise<AuditEventInput[]> {
  const events = await restored(tx, ctx, importId, "process", (touches) =>
    applyProcessChanges(
      tx,
      ctx,
      touches.map((one) => ({ kind: "change", processId: one.id, facts: one.facts })),
    ),
  );
  const created = (await touchesOf(tx, importId, "process")).filter((one) => one.created);
  await tx.processWorkload.deleteMany({
    where: { processId: { in: created.map((one) => one.subjectId) }, programId: ctx.actor.programId },
  });
  return [...events, ...(await removed(tx, importId, "process", "process.removed"))];
}

function blocked(first: readonly { subject: string; why: string }[], count: number): AppError {
  const violations = first.map(({ subject, why }) => ({
    code: "import.undo",
    message: `${subject}: ${why}`,
  }));
  const most = count > 1 ? ` ${counted(count, "thing")} stand in the way.` : "";
  const message = `The import cannot be taken back. ${violations[0]?.message ?? ""}${most}`;
  return new AppError("BLOCKED", message, { violations });
}
