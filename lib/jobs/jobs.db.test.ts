import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { withActor } from "@/lib/db/transaction";
import { foundWorld } from "@/prisma/factories/world";
import { asSuperuser, asWeb } from "@/prisma/testing/database";
import { JOB_QUEUES } from "@/scripts/lib/job-schema.mjs";
import { enqueue } from "./enqueue";
import { givenUp, type JobData, QUEUES } from "./model";
import { startWorker, type Worker, wakeWorker } from "./worker";

let worker: Worker | null = null;

afterEach(async () => {
  await worker?.stop();
  worker = null;
  await asSuperuser("DELETE FROM pgboss.job");
});

const nothing = async () => undefined;

async function sent(fail = false): Promise<JobData> {
  const { as, program } = await foundWorld();
  const actor = as.platform_engineer;
  const data = { programId: program.id, userId: actor.userId, subjectId: randomUUID(), step: "read" };
  const sending = withActor(actor, async (tx) => {
    await enqueue(tx, "imports", data);
    if (fail) throw new Error("the command failed");
  });
  if (fail) await expect(sending).rejects.toThrow("the command failed");
  else await sending;
  return data;
}

async function start(
  run: (data: JobData) => Promise<void>,
  giveUp: (data: JobData) => Promise<void> = nothing,
) {
  worker = await startWorker({ imports: { run, giveUp } }, { pollSeconds: 0.5, sweepSeconds: 0.3 });
}

describe("a job", () => {
  it("is there when its command committed, and not when it failed", async () => {
    const data = await sent();
    await sent(true);
    const jobs = await asSuperuser("SELECT name, data, state::text FROM pgboss.job");
    expect(jobs).toEqual([{ name: "imports", data, state: "created" }]);
  });

  it("is done once and then complete", async () => {
    const run = vi.fn(nothing);
    await start(run);
    const data = await sent();
    wakeWorker("imports");
    await vi.waitFor(() => expect(run).toHaveBeenCalledWith(data), 10_000);
    await vi.waitFor(async () => expect(await states()).toEqual(["completed"]), 10_000);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it("that throws is tried again, and given up after its limit", async () => {
    const data = await sent();
    await asSuperuser("UPDATE pgboss.job SET retry_limit = 1, retry_delay = 0, retry_backoff = false");
    const run = vi.fn(() => Promise.reject(new Error("out of order")));
    const giveUp = vi.fn(nothing);
    const quiet = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    await start(run, giveUp);
    await vi.waitFor(() => expect(giveUp).toHaveBeenCalledWith(data), 15_000);
    expect(run).toHaveBeenCalledTimes(2);
    quiet.mockRestore();
  });

  it("whose process was killed is found and done by another; one that is worked on is left alone", async () => {
    const data = await sent();
    await asSuperuser(
      "UPDATE pgboss.job SET state = 'active', started_on = now() - interval '20 seconds', retry_delay = 0, retry_backoff = false",
    );
    const run = vi.fn(nothing);
    await start(run);
    await vi.waitFor(() => expect(run).toHaveBeenCalledWith(data), 15_000);
    await vi.waitFor(async () => expect(await states()).toEqual(["completed"]), 10_000);
    expect(run).toHaveBeenCalledTimes(1);
  });
});

describe("the queues", () => {
  it("are those that the product names", async () => {
    expect(JOB_QUEUES).toEqual([...QUEUES]);
    const rows = await asWeb<{ name: string }>(
      "SELECT name FROM pgboss.queue WHERE name NOT LIKE '\\_%' ORDER BY 1",
    );
    expect(rows.map(({ name }) => name)).toEqual(QUEUES.flatMap((name) => [name, givenUp(name)]).sort());
  });

  it("cannot be altered by the product's login", async () => {
    await expect(asWeb("SELECT pgboss.create_queue('mine', '{}')")).rejects.toThrow("permission denied");
    await expect(asWeb("DROP TABLE pgboss.archive")).rejects.toThrow("must be owner");
  });
});

async function states(): Promise<string[]> {
  return (await asSuperuser<{ state: string }>("SELECT state::text FROM pgboss.job")).map(
    ({ state }) => state,
  );
}
