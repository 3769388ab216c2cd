import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { actorByIds } from "@/lib/auth/actor-in-program";
import { database } from "@/lib/db/client";
import { withActor } from "@/lib/db/transaction";
import type { JobData } from "@/lib/jobs/model";
import { type QueueWork, reportRefused } from "@/lib/jobs/worker";
import { AppError } from "@/lib/kernel/errors";
import { writeImport } from "./commit-import";
import { failImport } from "./fail-import";
import { readImport } from "./read-import";
import { undoImport } from "./undo-import";

/** What the queue of imports has done. Every step bears repetition: what is done already is left alone. */
export const IMPORT_WORK: QueueWork = { run, giveUp };

async function run(data: JobData): Promise<void> {
  const actor = await importerOf(data);
  if (actor === null) return;
  switch (data.step) {
    case "read":
      return readImport(actor, data.subjectId);
    case "commit":
      return settled(actor, data.subjectId, () => writeImport(actor, data.subjectId, { retried: true }));
    case "undo":
      return settled(actor, data.subjectId, async () => {
        await undoImport({ actor }, { importId: data.subjectId });
      });
  }
}

async function giveUp(data: JobData): Promise<void> {
  const actor = await importerOf(data);
  if (actor === null) return;
  const problem =
    "This was tried several times and was cut off each time. Nothing of it was written. Try again, or ask whoever runs Wavegate to look at its log.";
  if (data.step === "undo") return noteProblem(actor, data.subjectId, problem);
  await settled(actor, data.subjectId, async () => {
    await failImport({ actor }, { importId: data.subjectId, problem });
  });
}

/**
 * Who asked, as the member they are now. Whoever is none any more has the job refused, in words on its page. A job in the
 * name of somebody whom the import does not know as its asker is refused in words in the log: somebody else has asked
 * since, and that has a job of its own, or the job was slipped in.
 */
async function importerOf(data: JobData): Promise<Actor | null> {
  const { programId, userId, subjectId } = data;
  const actor = await actorByIds(userId, programId, "browser");
  if (actor !== null && can(actor, "import:run")) {
    if (await hasAsked(actor, subjectId)) return actor;
    reportRefused("imports", data, "Whoever this job names did not ask for the last step of this import.");
    return null;
  }
  const problem =
    "Whoever asked for this is no member of the program any more, or may not import any more. Nothing was written.";
  await database().$queryRaw`SELECT wavegate_refuse_import(${subjectId}::uuid, ${problem})`;
  return null;
}

async function hasAsked(actor: Actor, importId: string): Promise<boolean> {
  return withActor(actor, async (tx) => {
    const batch = await tx.importBatch.findFirst({
      where: { id: importId, programId: actor.programId },
      select: { askedById: true, byId: true },
    });
    return batch !== null && (batch.askedById ?? batch.byId) === actor.userId;
  });
}

/** What is told in words is done with: the page shows it. Anything else lets the job be tried again. */
async function settled(actor: Actor, importId: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof AppError) || error.code === "UNAVAILABLE") throw error;
    await noteProblem(actor, importId, error.message);
  }
}

async function noteProblem(actor: Actor, importId: string, problem: string): Promise<void> {
  await withActor(actor, (tx) =>
    tx.importBatch.updateMany({
      where: { id: importId, programId: actor.programId, state: "committed", stage: { not: "" } },
      data: { stage: "", problem: problem.slice(0, 1000), version: { increment: 1 } },
    }),
  );
}
