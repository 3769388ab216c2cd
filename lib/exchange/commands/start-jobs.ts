import "server-only";
import { MAIL_WORK } from "@/lib/inbox/commands/send-mail";
import { startWorker, type Worker } from "@/lib/jobs/worker";
import { IMPORT_WORK } from "./run-import-job";

const held = globalThis as typeof globalThis & { wavegateWorker?: Promise<Worker | null> };

const AGAIN_MS = 5_000;

/** Starts the worker of this process, once; while the database does not answer it is tried again. */
export function startJobs(): void {
  held.wavegateWorker ??= begin();
}

async function begin(): Promise<Worker | null> {
  try {
    return await startWorker({ imports: IMPORT_WORK, mail: MAIL_WORK });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = { level: "error", event: "jobs.not-started", at: new Date().toISOString(), message };
    process.stderr.write(`${JSON.stringify(line)}\n`);
    await new Promise((wake) => setTimeout(wake, AGAIN_MS).unref());
    return begin();
  }
}
