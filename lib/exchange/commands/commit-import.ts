import "server-only";
import * as z from "zod";
import { type Call, type CommandContext, defineCommand } from "@/lib/command/define-command";
import { requireOneChanged } from "@/lib/command/version";
import type { Tx } from "@/lib/db/transaction";
import { AppError, refuseIfAny } from "@/lib/kernel/errors";
import { FORMAT_LABELS } from "../labels";
import type { Counts, Plan } from "../model";
import { loadFile, requireImporter, requireWaiting } from "../queries/load-import";
import { readSnapshot } from "../queries/snapshot";
import { commitBlockers } from "../rules/commit-blockers";
import { planDigest } from "../rules/plan-digest";
import { planImport } from "../rules/plan-import";
import type { ReadFile } from "../rules/read-file";
import { reportOf } from "../rules/report";
import { commitImportInput } from "../schema";
import { applyPlan } from "./apply-plan";

const commitFile = defineCommand({
  permission: "import:run",
  input: commitImportInput.extend({ file: z.custom<ReadFile | null>() }),
  lock: "shared",
  timeoutMs: 120_000,
  async run(tx, ctx, { importId, digest, leaveRefused, file }) {
    await takeImportLock(tx, ctx.actor.programId);
    const batch = await requireWaiting(tx, ctx.actor, importId);
    if (file === null || file.format === null || file.problem !== null)
      throw new AppError("BLOCKED", file?.problem ?? "The file is not understood yet.");
    if (file.format !== batch.format) throw changedMeanwhile();
    const snapshot = await readSnapshot(tx, ctx.actor.programId, file.format);
    const plan = planImport(file.format, file.rows, snapshot, file.sheet.blankRows);
    if (planDigest(plan) !== digest) throw changedMeanwhile();
    refuseIfAny(commitBlockers(plan.counts, leaveRefused));
    const applied = await applyPlan(tx, ctx, plan, snapshot);
    await close(tx, ctx, { importId, version: batch.version, plan, file, peopleAdded: applied.peopleAdded });
    const subject = { type: "import", id: importId, label: batch.fileName };
    const after = { format: FORMAT_LABELS[plan.format], ...plan.counts, fileDigest: batch.fileDigest };
    return {
      value: { importId, counts: plan.counts },
      events: [{ action: "import.committed", subject, after }, ...applied.events],
    };
  },
});

/**
 * Writes what the preview showed, in one transaction. `digest` is that of the preview the person saw.
 * @throws BLOCKED while rows are refused (unless `leaveRefused`) or when the import is over, CONFLICT when what the file
 * would do is no longer what was seen
 */
export const commitImport = Object.assign(
  async (
    call: Call,
    input: z.input<typeof commitImportInput>,
  ): Promise<{ importId: string; counts: Counts }> => {
    requireImporter(call.actor);
    const importId = z.uuid().safeParse(input.importId);
    const file = importId.success ? await loadFile(call.actor, importId.data) : null;
    return commitFile(call, { ...input, file });
  },
  { permission: commitFile.permission },
);

/** One import of a program at a time writes; the next sees what it wrote. */
async function takeImportLock(tx: Tx, programId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${programId}, 79))`;
}

type Closing = { importId: string; version: number; plan: Plan; file: ReadFile; peopleAdded: number };

async function close(tx: Tx, ctx: CommandContext, closing: Closing): Promise<void> {
  const { importId, version, plan, file, peopleAdded } = closing;
  const result = await tx.importBatch.updateMany({
    where: { id: importId, version, state: "previewed" },
    data: {
      state: "committed",
      content: null,
      counts: plan.counts,
      report: reportOf(plan, file.sheet, peopleAdded),
      committedAt: ctx.now,
      version: { increment: 1 },
    },
  });
  requireOneChanged(result);
}

function changedMeanwhile(): AppError {
  const message =
    "What this file would change is no longer what the preview showed: somebody wrote meanwhile. Nothing was imported. Look at the preview again.";
  return new AppError("CONFLICT", message);
}
