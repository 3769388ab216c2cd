import "server-only";
import PgBoss from "pg-boss";
import * as z from "zod";
import { environment } from "@/lib/kernel/environment";
import { Alive } from "./alive";
import { givenUp, type JobData, type JobHandler, type QueueName } from "./model";

/** `run` does a job; `giveUp` notes that it was tried as often as it may be. */
export type QueueWork = { run: JobHandler; giveUp: JobHandler };

export type Worker = { stop: () => Promise<void> };

type Options = {
  pollSeconds?: number;
  /** How often jobs are looked for whose process is gone. */
  sweepSeconds?: number;
};

const held = globalThis as typeof globalThis & { wavegateWake?: Map<string, () => void> };

const jobData = z.object({ programId: z.uuid(), userId: z.uuid(), subjectId: z.uuid(), step: z.string() });

/**
 * Takes jobs of the queues it is given, one of a queue at a time. A job that throws is tried again, with growing pauses, and given up after the
 * queue's limit; one whose process was killed is found by another and tried again. Uses the product's login, which cannot
 * alter the schema of the queue.
 */
export async function startWorker(
  work: Readonly<Partial<Record<QueueName, QueueWork>>>,
  { pollSeconds = 2, sweepSeconds = 10 }: Options = {},
): Promise<Worker> {
  const boss = new PgBoss({
    connectionString: environment().DATABASE_URL,
    max: 2,
    migrate: false,
    schedule: false,
    maintenanceIntervalSeconds: 60,
  });
  boss.on("error", report);
  await boss.start();
  const alive = new Alive();
  const queues = Object.entries(work) as [QueueName, QueueWork][];
  for (const [queue, { run, giveUp }] of queues) {
    const options = { pollingIntervalSeconds: pollSeconds, batchSize: 1 };
    const id = await boss.work(queue, options, ([job]) => done(job, alive, run));
    await boss.work(givenUp(queue), options, ([job]) => done(job, alive, giveUp));
    wakers().set(queue, () => boss.notifyWorker(id));
  }
  const names = queues.flatMap(([queue]) => [queue, givenUp(queue)]);
  const sweep = setInterval(() => void reclaim(boss, alive, names), sweepSeconds * 1000);
  sweep.unref();
  return {
    async stop() {
      clearInterval(sweep);
      for (const [queue] of queues) wakers().delete(queue);
      await boss.stop({ graceful: true, timeout: 5000 });
      await alive.close();
    },
  };
}

/** Lets the worker of this process look at once instead of at its next turn. */
export function wakeWorker(queue: QueueName): void {
  wakers().get(queue)?.();
}

function wakers(): Map<string, () => void> {
  held.wavegateWake ??= new Map();
  return held.wavegateWake;
}

async function done(job: PgBoss.Job<unknown> | undefined, alive: Alive, work: JobHandler): Promise<void> {
  if (job === undefined) return;
  const data: JobData = jobData.parse(job.data);
  try {
    await alive.during(job.id, () => work(data));
  } catch (error) {
    report(error, { queue: job.name, job: job.id });
    throw error;
  }
}

async function reclaim(boss: PgBoss, alive: Alive, queues: readonly string[]): Promise<void> {
  try {
    for (const queue of queues) {
      const orphans = await alive.orphans(queue);
      if (orphans.length > 0) await boss.fail(queue, orphans);
    }
  } catch (error) {
    report(error);
  }
}

/** Says on standard error, in one line of JSON, that a job was refused and why. It is done with, not tried again. */
export function reportRefused(
  queue: QueueName,
  { programId, subjectId, step }: JobData,
  message: string,
): void {
  const about = { queue, programId, subjectId, step, message };
  const line = { level: "warn", event: "job.refused", at: new Date().toISOString(), ...about };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

/** One line of JSON on standard error; what a job does is told on its page, in words. */
function report(error: unknown, about: Record<string, string> = {}): void {
  const message = error instanceof Error ? error.message : String(error);
  const line = { level: "error", event: "job.failed", at: new Date().toISOString(), ...about, message };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}
