import { spawn } from "node:child_process";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/access/model";
import { actorByIds } from "@/lib/auth/actor-in-program";
import { withActor } from "@/lib/db/transaction";
import { startWorker, type Worker } from "@/lib/jobs/worker";
import { endRights } from "@/lib/programs/commands/end-rights";
import { giveRights } from "@/lib/programs/commands/give-rights";
import { verifyTrail } from "@/lib/programs/commands/verify-trail";
import { listMembers } from "@/lib/programs/queries/members";
import { factsDigest } from "@/prisma/factories/facts-digest";
import { bringIn, csvBytes, previewCsv } from "@/prisma/factories/imports";
import { foundWorld } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { getImport } from "../queries/imports";
import { commitImport } from "./commit-import";
import { previewImport } from "./preview-import";
import { receiveFile } from "./receive-file";
import { retryImport } from "./retry-import";
import { IMPORT_WORK } from "./run-import-job";

let worker: Worker | null = null;

afterEach(async () => {
  await worker?.stop();
  worker = null;
  await asSuperuser("DELETE FROM pgboss.job");
});

async function startJobs() {
  worker = await startWorker({ imports: IMPORT_WORK }, { pollSeconds: 0.5, sweepSeconds: 1 });
}

/** How many workloads the database plans for. */
async function planned(): Promise<number> {
  const [table] = await asSuperuser<{ rows: number }>(
    `SELECT reltuples::int AS rows FROM pg_class WHERE oid = '"Workload"'::regclass`,
  );
  return table?.rows ?? 0;
}

/** Too large to be read or written while somebody waits. */
function manyRows(count: number, site = "Venlo"): string {
  const lines = Array.from({ length: count }, (_, n) => `Workload ${n},${site},${"x".repeat(250)}`);
  return ["name,site,description", ...lines].join("\n");
}

async function* once(bytes: Uint8Array) {
  yield bytes;
}

async function stateOf(actor: Actor, importId: string) {
  return (await getImport(actor, importId, { page: 1 }))?.state;
}

async function asked(actor: Actor, csv: string): Promise<string> {
  const { importId } = await previewImport({ actor }, { fileName: "many.csv", content: csvBytes(csv) });
  const found = await getImport(actor, importId, { page: 1 });
  const answer = await commitImport({ actor }, { importId, digest: found?.preview?.digest ?? "" });
  expect(answer.state).toBe("importing");
  return importId;
}

describe("a large import", () => {
  it("is read and written by jobs, with progress, and asking again changes nothing", async () => {
    const { as, program } = await foundWorld();
    const actor = as.platform_engineer;
    await startJobs();
    const { importId, file } = await receiveFile(
      { actor },
      { fileName: "many.csv" },
      once(csvBytes(manyRows(1500))),
    );
    expect(file).toBeNull();
    await vi.waitFor(async () => expect(await stateOf(actor, importId)).toBe("previewed"), 20_000);
    const found = await getImport(actor, importId, { page: 2 });
    expect(found?.preview).toMatchObject({ total: 1500, page: 2, counts: { create: 1500 } });
    const input = { importId, digest: found?.preview?.digest ?? "" };
    expect(await commitImport({ actor }, input)).toMatchObject({ state: "importing" });
    expect(await commitImport({ actor }, input)).toMatchObject({ state: "importing" });
    await vi.waitFor(async () => expect(await stateOf(actor, importId)).toBe("committed"), 20_000);
    expect(await commitImport({ actor }, input)).toMatchObject({
      state: "committed",
      counts: { create: 1500 },
    });
    const done = await getImport(actor, importId, { page: 1 });
    expect(done?.progress).toMatchObject({ done: 1500, total: 1500 });
    expect(await countOf("Workload", program.id)).toBe(1500);
    expect(await countOf("ImportPart", program.id)).toBe(0);
    await vi.waitFor(async () => expect(await planned()).toBeGreaterThanOrEqual(1500), 20_000);
  }, 60_000);

  it("is counted by the database at the word of who may import alone", async () => {
    const { as } = await foundWorld();
    const ask = async (actor: Actor) =>
      withActor(actor, (tx) => tx.$queryRaw`SELECT wavegate_count_anew() AS done`);
    expect(await ask(as.executive)).toEqual([{ done: false }]);
    expect(await ask(as.platform_engineer)).toEqual([{ done: true }]);
  });

  it("whose asker is no member any more is refused in words and writes nothing", async () => {
    const { as, program } = await foundWorld();
    const actor = as.platform_engineer;
    const importId = await asked(actor, manyRows(1100));
    const before = await factsDigest(program.id);
    await asSuperuser(`UPDATE "Membership" SET "endsAt" = now() WHERE "userId" = $1`, [actor.userId]);
    await asSuperuser("UPDATE pgboss.job SET start_after = now()");
    await startJobs();
    const manager = as.program_manager;
    await vi.waitFor(async () => expect(await stateOf(manager, importId)).toBe("failed"), 20_000);
    const found = await getImport(manager, importId, { page: 1 });
    expect(found?.problem).toContain("no member of the program any more");
    const { Membership: _, ...facts } = await factsDigest(program.id);
    const { Membership: __, ...earlier } = before;
    expect(facts).toEqual(earlier);
    await retryImport({ actor: manager }, { importId, version: found?.version ?? 0 });
    await vi.waitFor(async () => expect(await stateOf(manager, importId)).toBe("previewed"), 20_000);
  }, 60_000);

  it("of somebody with rights for a time is written while they last, and refused in words once they are over", async () => {
    const { as, program } = await foundWorld();
    const owner = as.business_owner;
    const member = (await listMembers(as.program_manager)).find(({ userId }) => userId === owner.userId);
    const terms = { rights: "platform_engineer", hours: 4, why: "Brings the list in" } as const;
    const give = { membershipId: member?.id ?? "", ...terms };
    const { elevationId } = await giveRights({ actor: as.program_manager }, give);
    const elevated = await actorByIds(owner.userId, program.id, "browser");
    if (elevated === null) throw new Error("a member");
    const first = await asked(elevated, manyRows(1100));
    await asSuperuser("DELETE FROM pgboss.job WHERE data ->> 'step' <> 'commit'");
    await IMPORT_WORK.run({ ...jobOf(elevated, first), step: "commit" });
    expect(await stateOf(as.program_manager, first)).toBe("committed");
    const second = await asked(elevated, manyRows(1200, "Tilbury"));
    await endRights({ actor: as.program_manager }, { elevationId });
    await asSuperuser("UPDATE pgboss.job SET start_after = now()");
    await startJobs();
    await vi.waitFor(async () => expect(await stateOf(as.program_manager, second)).toBe("failed"), 20_000);
    const found = await getImport(as.program_manager, second, { page: 1 });
    expect(found?.problem).toContain("or may not import any more. Nothing was written.");
    expect(await countOf("Workload", program.id)).toBe(1100);
  }, 60_000);

  it("is not done in the name of somebody who did not ask for it: the log says so, and who asked is served", async () => {
    const { as } = await foundWorld();
    const [engineer, manager] = [as.platform_engineer, as.program_manager];
    const importId = await asked(engineer, manyRows(1100));
    await asSuperuser("DELETE FROM pgboss.job WHERE data ->> 'step' <> 'commit'");
    const said: string[] = [];
    const log = vi.spyOn(process.stderr, "write").mockImplementation((line) => said.push(String(line)) > 0);
    await asSuperuser(
      "UPDATE pgboss.job SET start_after = now(), data = jsonb_set(data, '{userId}', to_jsonb($1::text))",
      [manager.userId],
    );
    await startJobs();
    await vi.waitFor(async () => expect(await jobStates()).toEqual(["completed"]), 20_000);
    expect(await stateOf(engineer, importId)).toBe("importing");
    expect(said.map((line) => JSON.parse(line))).toMatchObject([
      { event: "job.refused", subjectId: importId, message: expect.stringContaining("did not ask") },
    ]);
    log.mockRestore();
    await IMPORT_WORK.giveUp({ ...jobOf(manager, importId), step: "commit" });
    expect(await stateOf(engineer, importId)).toBe("importing");
    await IMPORT_WORK.run({ ...jobOf(engineer, importId), step: "commit" });
    expect(await stateOf(engineer, importId)).toBe("committed");
  }, 60_000);

  it("is written by another process when the one that wrote was killed in the middle, and only once", async () => {
    const { as, program } = await foundWorld();
    const actor = as.platform_engineer;
    const importId = await asked(actor, manyRows(6000));
    await asSuperuser("UPDATE pgboss.job SET start_after = now(), retry_delay = 0, retry_backoff = false");
    const before = await countOf("Workload", program.id);
    const other = spawn(
      process.execPath,
      ["--conditions=react-server", "--import", "tsx", "lib/exchange/fixtures/worker-process.ts"],
      { stdio: "ignore", env: process.env },
    );
    // It is in the middle of its transaction: the page sees how far it is, the facts are not there.
    await vi.waitFor(
      async () => {
        const row = await progressOf(importId);
        expect(row.stage).toContain("Writing");
        expect(row.done).toBeGreaterThan(0);
      },
      { timeout: 40_000, interval: 20 },
    );
    other.kill("SIGKILL");
    expect(await countOf("Workload", program.id)).toBe(before);
    expect(await stateOf(actor, importId)).toBe("importing");
    await asSuperuser(
      "UPDATE pgboss.job SET started_on = started_on - interval '20 seconds' WHERE state = 'active'",
    );
    await startJobs();
    await vi.waitFor(async () => expect(await stateOf(actor, importId)).toBe("committed"), 40_000);
    expect(await countOf("Workload", program.id)).toBe(6000);
    expect(await verifyTrail({ actor: as.program_manager })).toMatchObject({ fault: null });
  }, 120_000);
});

describe("what goes wrong", () => {
  it("an upload that breaks off leaves nothing behind", async () => {
    const { as, program } = await foundWorld();
    const actor = as.platform_engineer;
    async function* broken() {
      yield csvBytes(manyRows(8000));
      throw new Error("gone");
    }
    await expect(receiveFile({ actor }, { fileName: "x.csv" }, broken())).rejects.toThrow("gone");
    expect(await countOf("ImportBatch", program.id)).toBe(0);
    expect(await countOf("ImportPart", program.id)).toBe(0);
  });

  it("a refused import changes no fact, and a statement that takes too long neither", async () => {
    const { as, program } = await foundWorld();
    const actor = as.platform_engineer;
    await bringIn(actor, "name,site\nOrders,Venlo");
    const waiting = await previewCsv(actor, "name,criticality\nOrders,revenue\n,support\nBilling,unheard of");
    const before = await factsDigest(program.id);
    const input = { importId: waiting.id, digest: waiting.preview?.digest ?? "" };
    await expect(commitImport({ actor }, input)).rejects.toMatchObject({ code: "BLOCKED" });
    expect(await factsDigest(program.id)).toEqual(before);
    await asSuperuser(`CREATE FUNCTION too_slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      PERFORM set_config('statement_timeout', '50', true); RAISE EXCEPTION 'x' USING ERRCODE = '57014'; END $$`);
    await asSuperuser(
      `CREATE TRIGGER too_slow BEFORE UPDATE ON "Workload" FOR EACH ROW EXECUTE FUNCTION too_slow()`,
    );
    const attempt = commitImport({ actor }, { ...input, leaveRefused: true });
    await expect(attempt).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await asSuperuser(`DROP TRIGGER too_slow ON "Workload"`);
    expect(await factsDigest(program.id)).toEqual(before);
    expect(await stateOf(actor, waiting.id)).toBe("previewed");
    await commitImport({ actor }, { ...input, leaveRefused: true });
    expect(await factsDigest(program.id)).not.toEqual(before);
  });

  it("what somebody changed since the preview leads to a new preview, in words", async () => {
    const { as } = await foundWorld();
    const actor = as.platform_engineer;
    await bringIn(actor, "name,site\nOrders,Venlo");
    const waiting = await previewCsv(actor, "name,site\nOrders,Leeds");
    await bringIn(actor, "name,site\nOrders,Hull");
    const input = { importId: waiting.id, digest: waiting.preview?.digest ?? "" };
    await expect(commitImport({ actor }, input)).rejects.toMatchObject({ code: "CONFLICT" });
    const stale = await getImport(actor, waiting.id, { page: 1 });
    expect(stale?.problem).toContain("Make the preview again");
    await retryImport({ actor }, { importId: waiting.id, version: stale?.version ?? 0 });
    const again = await getImport(actor, waiting.id, { page: 1 });
    expect(again?.preview?.rows[0]?.changes).toMatchObject([{ from: "Hull", to: "Leeds" }]);
    await commitImport({ actor }, { importId: waiting.id, digest: again?.preview?.digest ?? "" });
  });
});

describe("eight imports at once", () => {
  it("of overlapping files lose nothing, double nothing, and leave the chain whole", async () => {
    const { as, program } = await foundWorld();
    const actor = as.platform_engineer;
    await bringIn(actor, ["name,site", ...names(0, 40).map((name) => `${name},Start`)].join("\n"));
    const files = Array.from({ length: 8 }, (_, k) =>
      ["name,site,runs_at", ...names(k * 10, 60).map((name) => `${name},Site ${k},Hall ${k}`)].join("\n"),
    );
    const written = await Promise.all(files.map((csv) => untilWritten(actor, csv)));
    const total = new Set(files.flatMap((_, k) => names(k * 10, 60)));
    const created = written.reduce((sum, counts) => sum + counts.create, 0);
    expect(created).toBe(total.size - 40);
    for (const counts of written) expect(counts.create + counts.update + counts.unchanged).toBe(60);
    expect(await countOf("Workload", program.id)).toBe(total.size);
    // Every row is as exactly one of the files says it: no update was half lost.
    const mixed = await asSuperuser(
      `SELECT name FROM "Workload" WHERE "programId" = $1 AND replace(site, 'Site ', '') <> replace("runsAt", 'Hall ', '')`,
      [program.id],
    );
    expect(mixed).toEqual([]);
    const [events] = await asSuperuser<{ created: number; changed: number }>(
      `SELECT count(*) FILTER (WHERE body::json->>'action' = 'workload.created')::int AS created,
         count(*) FILTER (WHERE body::json->>'action' = 'workload.changed')::int AS changed
       FROM "AuditEvent" WHERE "chainId" = $1`,
      [program.id],
    );
    const updated = written.reduce((sum, counts) => sum + counts.update, 0);
    expect(events).toEqual({ created: total.size, changed: updated });
    expect(await verifyTrail({ actor: as.program_manager })).toMatchObject({ fault: null });
  }, 120_000);
});

function jobOf({ programId, userId }: Actor, subjectId: string) {
  return { programId, userId, subjectId };
}

async function jobStates(): Promise<string[]> {
  return (await asSuperuser<{ state: string }>("SELECT state::text FROM pgboss.job")).map(
    ({ state }) => state,
  );
}

function names(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, n) => `Workload ${from + n}`);
}

/** Previews and commits; whoever was too late looks at a new preview and tries again. */
async function untilWritten(actor: Actor, csv: string) {
  const waiting = await previewCsv(actor, csv);
  for (let tries = 0; tries < 20; tries += 1) {
    const found = await getImport(actor, waiting.id, { page: 1 });
    const input = { importId: waiting.id, digest: found?.preview?.digest ?? "" };
    try {
      return (await commitImport({ actor }, input)).counts;
    } catch (error) {
      expect(error).toMatchObject({ code: "CONFLICT" });
      const stale = await getImport(actor, waiting.id, { page: 1 });
      await retryImport({ actor }, { importId: waiting.id, version: stale?.version ?? 0 });
    }
  }
  throw new Error("it was never written");
}

async function progressOf(importId: string): Promise<{ stage: string; done: number }> {
  const [row] = await asSuperuser<{ stage: string; done: number }>(
    `SELECT stage, done FROM "ImportBatch" WHERE id = $1`,
    [importId],
  );
  return row ?? { stage: "", done: 0 };
}

async function countOf(table: string, programId: string): Promise<number> {
  const [row] = await asSuperuser<{ count: number }>(
    `SELECT count(*)::int AS count FROM "${table}" WHERE "programId" = $1`,
    [programId],
  );
  return row?.count ?? 0;
}
