import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/model";
import { appendBodies, bodiesOf } from "@/lib/audit/adapters/append-events";
import type { AuditEventInput } from "@/lib/audit/model";
import { type Call, type CommandContext, defineCommand } from "@/lib/command/define-command";
import { understood } from "@/lib/command/understood";
import { requireOneChanged } from "@/lib/command/version";
import { type Tx, withActor } from "@/lib/db/transaction";
import { enqueue } from "@/lib/jobs/enqueue";
import { wakeWorker } from "@/lib/jobs/worker";
import { AppError, refuseIfAny } from "@/lib/kernel/errors";
import { countAnew } from "../adapters/count-anew";
import { changedMeanwhile } from "../adapters/import-rows";
import { FORMAT_LABELS } from "../labels";
import { SMALL_ROWS } from "../model/limits";
import type { Counts } from "../model/plan";
import { type Batch, loadBatch, requireBatch, requireImporter, wrongState } from "../queries/batch";
import { commitBlockers } from "../rules/commit-blockers";
import { commitImportInput, importId, storedCounts, storedReport } from "../schema";
import { type AppliedImport, applyImport, unpacked } from "./apply-import";

type Asked = { importId: string; counts: Counts; state: "importing" | "committed" };

/**
 * Writes what the preview showed, in one transaction: at once when it is little or the caller waits (`here`), else by a
 * job. `digest` is that of the preview the person saw. To ask again for what was asked already changes nothing.
 * @throws BLOCKED while rows are refused (unless `leaveRefused`) or when the import is over, CONFLICT when what the file
 * would do is no longer what was seen; nothing is written then
 */
export async function commitImport(
  call: Call,
  raw: z.input<typeof commitImportInput>,
  { here = false }: { here?: boolean } = {},
): Promise<Asked> {
  const { actor } = call;
  requireImporter(actor);
  const input = understood(commitImportInput, raw);
  const asked = await withActor(actor, (tx) => ask(tx, actor, input, here));
  if (asked.state !== "importing") return asked;
  if (!asked.here) {
    wakeWorker("imports");
    return asked;
  }
  await writeImport(actor, input.importId, { retried: false });
  return { ...asked, state: "committed" };
}

type Taken = Asked & { here: boolean };

async function ask(
  tx: Tx,
  actor: Actor,
  { importId, digest, leaveRefused }: z.output<typeof commitImportInput>,
  wantsHere: boolean,
): Promise<Taken> {
  const batch = await requireBatch(tx, actor, importId, ["previewed", "importing", "committed"]);
  const counts = storedCounts.parse(batch.counts ?? NOTHING);
  if (batch.planDigest === null)
    throw new AppError("BLOCKED", batch.problem ?? "The file is not understood yet.");
  if (batch.planDigest !== digest) throw changedMeanwhile();
  if (batch.state !== "previewed")
    return { importId, counts, state: batch.state === "committed" ? "committed" : "importing", here: false };
  refuseIfAny(commitBlockers(counts, leaveRefused));
  const total = counts.create + counts.update;
  const here = wantsHere || total <= SMALL_ROWS;
  const data = {
    state: "importing" as const,
    stage: "Waiting for its turn",
    done: 0,
    total,
    problem: null,
    leaveRefused,
    askedById: actor.userId,
  };
  await tx.importBatch.update({
    where: { id: importId, programId: actor.programId },
    data: { ...data, version: { increment: 1 } },
    select: { id: true },
  });
  const job = { programId: actor.programId, userId: actor.userId, subjectId: importId, step: "commit" };
  await enqueue(tx, "imports", job, here ? LATER_SECONDS : 0);
  return { importId, counts, state: "importing", here };
}

const NOTHING: Counts = { create: 0, update: 0, unchanged: 0, refused: 0 };
/** Whoever writes at once comes first; the job is there in case that it is cut off. */
const LATER_SECONDS = 60;

/**
 * Writes an import that was asked for. What somebody changed since the preview leads back to the preview, in words.
 * @param retried whoever calls tries again what else goes wrong; otherwise that leads back to the preview as well
 */
export async function writeImport(
  actor: Actor,
  importId: string,
  { retried }: { retried: boolean },
): Promise<void> {
  try {
    const { counts } = await writeRows({ actor }, { importId });
    if (counts.create + counts.update > SMALL_ROWS) await countAnew(actor);
  } catch (error) {
    if (error instanceof AppError && error.violations.some(({ code }) => code === "import.committed")) return;
    const forPeople = error instanceof AppError && error.code !== "UNAVAILABLE";
    if (forPeople || !retried) {
      const problem =
        error instanceof AppError ? error.message : "The import was cut off. Nothing was written.";
      await backToPreview(actor, importId, problem);
    }
    throw error;
  }
}

async function backToPreview(actor: Actor, importId: string, problem: string): Promise<void> {
  await withActor(actor, (tx) =>
    tx.importBatch.updateMany({
      where: { id: importId, programId: actor.programId, state: "importing" },
      data: { state: "previewed", stage: "", done: 0, problem, version: { increment: 1 } },
    }),
  );
}

const writeRows = defineCommand({
  permission: "import:run",
  input: z.object({ importId }),
  lock: "shared",
  timeoutMs: 300_000,
  async run(tx, ctx, { importId }) {
    await takeImportLock(tx, ctx.actor.programId);
    const batch = await loadBatch(tx, ctx.actor, importId);
    if (batch.state !== "importing") throw wrongState(batch);
    const applied = await applyImport(tx, ctx, batch);
    const counts = storedCounts.parse(batch.counts);
    await close(tx, ctx, batch, applied);
    const subject = { type: "import", id: importId, label: batch.fileName };
    const format = batch.format === null ? null : FORMAT_LABELS[batch.format];
    const after = { format, ...counts, fileDigest: batch.fileDigest, questions: applied.questions };
    const first: AuditEventInput = { action: "import.committed", subject, after };
    return {
      value: { importId, counts },
      events: await appendAllButLast(tx, ctx, first, applied),
    };
  },
});

/** The chain's own lock is taken here, at the very end: everything but the last event is appended in portions. */
async function appendAllButLast(
  tx: Tx,
  ctx: CommandContext,
  first: AuditEventInput,
  { told, last }: AppliedImport,
): Promise<readonly [AuditEventInput, ...AuditEventInput[]]> {
  const [one, ...more] = last;
  if (one === undefined) return [first];
  await appendBodies(tx, ctx.actor.programId, bodiesOf([first], ctx));
  for (const batch of told) await appendBodies(tx, ctx.actor.programId, unpacked(batch));
  return [one, ...more];
}

/** One import of a program at a time writes; the next sees what it wrote. */
async function takeImportLock(tx: Tx, programId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${programId}, 80))`;
}

async function close(tx: Tx, ctx: CommandContext, batch: Batch, applied: AppliedImport): Promise<void> {
  const report = storedReport.parse(batch.report ?? {});
  const { peopleAdded, sourcesAdded, questions, written } = applied;
  await tx.importPart.deleteMany({ where: { importId: batch.id, programId: ctx.actor.programId } });
  await tx.importRow.deleteMany({
    where: { importId: batch.id, outcome: { not: "refused" }, programId: ctx.actor.programId },
  });
  const leftOut = storedCounts.parse(batch.counts).refused;
  const result = await tx.importBatch.updateMany({
    where: { id: batch.id, version: batch.version, state: "importing", programId: ctx.actor.programId },
    data: {
      state: "committed",
      stage: "",
      content: null,
      problem: null,
      report: { ...report, leftOut, peopleAdded, sourcesAdded, questions, written },
      committedAt: ctx.now,
      version: { increment: 1 },
    },
  });
  requireOneChanged(result);
}
