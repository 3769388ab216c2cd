import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import type { Actor } from "@/lib/access/model";
import type { AuditEventInput } from "@/lib/audit/model";
import { historyOf } from "@/lib/audit/queries/events";
import { type CommandContext, defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { type Tx, withActor } from "@/lib/db/transaction";
import { applyWorkloadChanges } from "@/lib/workloads/commands/apply-workload-changes";
import { addPerson, foundWorld, type World } from "@/prisma/factories/world";
import type { ClaimRow } from "../model";
import { applyClaims } from "./apply-claims";
import { ensureSources } from "./ensure-sources";
import { raiseQuestions } from "./raise-questions";

let world: World;
let engineer: Actor;
beforeAll(async () => {
  world = await foundWorld();
  engineer = world.as.platform_engineer;
});

describe("ensureSources", () => {
  test("adds each once, with the trust of its kind of tool and one event", async () => {
    const added = await writing((tx, ctx) =>
      ensureSources(tx, ctx, ["RVTools", " rvtools ", "House list", ""]),
    );
    expect(added.map((event) => event.action === "source.created" && event.after)).toMatchObject([
      { name: "House list", trust: 2 },
      { name: "RVTools", trust: 4 },
    ]);
    expect(await writing((tx, ctx) => ensureSources(tx, ctx, ["RVTools", "House list"]))).toEqual([]);
  });

  test("another program does not see them", async () => {
    const other = await foundWorld();
    const rows = await withActor(other.as.platform_engineer, (tx) =>
      tx.dataSource.findMany({ select: { id: true } }),
    );
    expect(rows).toEqual([]);
  });
});

describe("applyClaims", () => {
  test("keeps the last word on every field, and since when it is said", async () => {
    const workloadId = await placed("Ledger", { site: "Leeds" });
    await writing((tx, ctx) => ensureSources(tx, ctx, ["CMDB"]));
    await says({ workloadId, source: "cmdb", facts: { site: "Leeds", operated_by: "Ops" } });
    const first = await wordsOn(workloadId);
    await says({ workloadId, source: "CMDB", facts: { site: "Leeds", runs_at: "Hall 2" } });
    await says({ workloadId, source: "CMDB", facts: { runs_at: "Hall 3" } });
    const [claim, ...more] = await wordsOn(workloadId);
    expect(more).toEqual([]);
    const [before] = first;
    expect(claim?.source).toBe("CMDB");
    expect(claim?.facts).toMatchObject({
      site: { value: "Leeds", since: before?.facts.site?.since },
      operatedBy: { value: "Ops", at: before?.facts.operatedBy?.at },
      runsAt: { value: "Hall 3" },
    });
    expect(claim?.facts.site?.at).not.toBe(before?.facts.site?.at);
    expect(claim?.facts.runsAt?.since).toBe(claim?.facts.runsAt?.at);
  });
});

describe("raiseQuestions", () => {
  test("asks the owner of the fact, once, with what stands and who stands behind it", async () => {
    const businessOwnerId = await addPerson(world, "Helen Ask");
    const workloadId = await placed("Payroll", { site: "York", runsAt: "Hall 1", businessOwnerId });
    const ask = { workloadId, statedSource: "CMDB", importId: null };
    const rows = [
      { ...ask, field: "site", statedValue: "Leeds" },
      { ...ask, field: "runs_at", statedValue: "Hall 9" },
      { ...ask, field: "site", statedValue: "Hull" },
    ];
    const events = await writing((tx, ctx) => raiseQuestions(tx, ctx, rows));
    expect(events).toHaveLength(2);
    expect(await questionsOf(workloadId)).toMatchObject([
      { field: "runsAt", askedId: null, presentValue: "Hall 1", presentSource: null, statedValue: "Hall 9" },
      { field: "site", askedId: businessOwnerId, presentValue: "York", statedValue: "Leeds" },
    ]);
    expect(await writing((tx, ctx) => raiseQuestions(tx, ctx, rows))).toEqual([]);
    const [event] = await historyOf(engineer, "workload", workloadId);
    expect(event?.body).toMatchObject({ action: "question.raised" });
  });

  test("takes the newest word of the source it is about", async () => {
    const workloadId = await placed("Scan", { site: "York" });
    const ask = { workloadId, statedSource: "CMDB", field: "site", importId: null };
    await writing((tx, ctx) => raiseQuestions(tx, ctx, [{ ...ask, statedValue: "Leeds" }]));
    await writing((tx, ctx) => raiseQuestions(tx, ctx, [{ ...ask, statedValue: "Hull" }]));
    expect(await questionsOf(workloadId)).toMatchObject([{ state: "open", statedValue: "Hull", version: 2 }]);
  });
});

describe("what becomes of a question", () => {
  test("a source that came round withdraws its question", async () => {
    const workloadId = await asked("Routes");
    await says({ workloadId, source: "CMDB", facts: { site: "york" } });
    expect(await questionsOf(workloadId)).toMatchObject([
      { state: "withdrawn", openKey: null, reason: "CMDB agrees with what stands." },
    ]);
  });

  test("an edit by hand answers it, an edit of another field does not", async () => {
    const workloadId = await asked("Yard");
    await edited(workloadId, { runsAt: "Hall 4" });
    expect(await questionsOf(workloadId)).toMatchObject([{ state: "open" }]);
    const events = await edited(workloadId, { site: "Hull" });
    expect(events.map((event) => event.action)).toEqual(["workload.changed", "question.answered"]);
    expect(await questionsOf(workloadId)).toMatchObject([
      { state: "answered", chosenValue: "Hull", chosenSource: "", answeredById: engineer.userId },
    ]);
  });

  test("what another source says since then is asked instead", async () => {
    const workloadId = await asked("Dock");
    await says({ workloadId, source: "RVTools", facts: { site: "Hull" } });
    await says({ workloadId, source: "CMDB", facts: { site: "York" } });
    expect(await questionsOf(workloadId)).toMatchObject([
      { state: "open", statedSource: "RVTools", statedValue: "Hull" },
    ]);
  });
});

test("3,000 rows are kept, asked about and looked at again in a few statements", async () => {
  const crowd = await foundWorld();
  const actor = crowd.as.platform_engineer;
  const many = defineCommand({
    permission: "workload:write",
    input: z.object({}),
    lock: "shared",
    timeoutMs: 60_000,
    run: async (tx, ctx) => {
      const names = Array.from({ length: 3_000 }, (_, at) => `Workload ${at}`);
      const { ids, events } = await applyWorkloadChanges(
        tx,
        ctx,
        names.map((name) => ({ kind: "create", facts: { name, site: "York", runsAt: "Hall 1" } })),
      );
      await ensureSources(tx, ctx, ["CMDB"]);
      const said = ids.map((workloadId) => ({
        workloadId,
        source: "CMDB",
        externalId: null,
        importId: null,
      }));
      const facts = { site: "Leeds", runsAt: "Hall 2", operatedBy: "Ops", kind: "database", stateful: true };
      await applyClaims(
        tx,
        ctx,
        said.map((one) => ({ ...one, facts })),
      );
      const questions = await raiseQuestions(
        tx,
        ctx,
        ids.map((workloadId) => ({
          workloadId,
          field: "site",
          statedValue: "Leeds",
          statedSource: "CMDB",
          importId: null,
        })),
      );
      await applyClaims(
        tx,
        ctx,
        said.map((one) => ({ ...one, facts })),
      );
      return {
        value: {
          questions: questions.length,
        },
        events: eventList(events.slice(0, 1)),
      };
    },
  });
  expect(await many({ actor }, {})).toEqual({ questions: 3_000 });
}, 60_000);

/** A command of the test that writes through a core; answers the core's events. */
async function writing(
  core: (tx: Tx, ctx: CommandContext) => Promise<AuditEventInput[]>,
): Promise<AuditEventInput[]> {
  let events: AuditEventInput[] = [];
  const probe: AuditEventInput = {
    action: "audit.verified",
    subject: { type: "program", id: engineer.programId, label: "probe" },
    after: {},
  };
  const command = defineCommand({
    permission: "workload:write",
    input: z.object({}),
    lock: "shared",
    run: async (tx, ctx) => {
      events = await core(tx, ctx);
      return { value: null, events: eventList(events.length === 0 ? [probe] : events) };
    },
  });
  await command({ actor: engineer }, {});
  return events;
}

function placed(
  name: string,
  facts: { site?: string; runsAt?: string; businessOwnerId?: string },
): Promise<string> {
  let made = "";
  return writing(async (tx, ctx) => {
    const { ids, events } = await applyWorkloadChanges(tx, ctx, [
      { kind: "create", facts: { name, ...facts } },
    ]);
    made = ids[0] ?? "";
    return events;
  }).then(() => made);
}

function edited(workloadId: string, facts: { site?: string; runsAt?: string }): Promise<AuditEventInput[]> {
  return writing(async (tx, ctx) => {
    const { events } = await applyWorkloadChanges(tx, ctx, [{ kind: "change", workloadId, facts }]);
    return events;
  });
}

/** A workload at York of which the CMDB said Leeds, and the open question about it. */
async function asked(name: string): Promise<string> {
  const workloadId = await placed(name, { site: "York" });
  await says({ workloadId, source: "CMDB", facts: { site: "Leeds" } });
  await writing((tx, ctx) =>
    raiseQuestions(tx, ctx, [
      { workloadId, field: "site", statedValue: "Leeds", statedSource: "CMDB", importId: null },
    ]),
  );
  return workloadId;
}

function says(row: {
  workloadId: string;
  source: string;
  facts: ClaimRow["facts"];
}): Promise<AuditEventInput[]> {
  return writing((tx, ctx) => applyClaims(tx, ctx, [{ ...row, externalId: null, importId: null }]));
}

type StoredWord = { value: unknown; at: string; since: string };

function wordsOn(workloadId: string): Promise<{ source: string; facts: Record<string, StoredWord> }[]> {
  return withActor(
    engineer,
    (tx) =>
      tx.$queryRaw`SELECT source, facts FROM "Claim" WHERE "workloadId" = ${workloadId}::uuid ORDER BY source`,
  );
}

function questionsOf(workloadId: string) {
  return withActor(engineer, (tx) =>
    tx.factQuestion.findMany({ where: { workloadId }, orderBy: [{ field: "asc" }] }),
  );
}
