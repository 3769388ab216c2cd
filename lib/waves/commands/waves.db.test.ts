import { beforeAll, describe, expect, it } from "vitest";
import { withActor } from "@/lib/db/transaction";
import { recordDependency } from "@/lib/dependencies/commands/record-dependency";
import { transitionWave } from "@/lib/gates/commands/transition-wave";
import type { AppError } from "@/lib/kernel/errors";
import { previewReplan } from "@/lib/replanning/queries/preview-replan";
import { createWorkload } from "@/lib/workloads/commands/create-workload";
import { addPerson, foundWorld, type World } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { linksAgainst, linksCrossing } from "../queries/crossing-links";
import { getWave } from "../queries/get-wave";
import { listWaves } from "../queries/list-waves";
import { listWaveRollbacks, listWaveTransitions } from "../queries/wave-history";
import { listCandidates, listWaveWorkloads } from "../queries/wave-workloads";
import { attemptsOf } from "../rules/attempts";
import { addWorkloadsToWave } from "./add-workloads-to-wave";
import { addPlannedWaves } from "./apply-memberships";
import { changeWave } from "./change-wave";
import { createWave } from "./create-wave";
import { grantWindowException } from "./grant-window-exception";
import { recordRollback } from "./record-rollback";
import { removeWorkloadsFromWave } from "./remove-workloads-from-wave";
import { setWaveWindow } from "./set-wave-window";

let world: World;
let stranger: World;
const NIGHT = { startLocal: "2027-01-16T20:00", endLocal: "2027-01-17T04:00", zone: "Europe/London" };

beforeAll(async () => {
  world = await foundWorld();
  stranger = await foundWorld();
});

describe("createWave", () => {
  it("takes the next number and tells it", async () => {
    const first = await aWave("Foundation");
    const second = await aWave("Reporting");
    expect(second.number).toBe(first.number + 1);
    expect(await lastEvent()).toMatchObject({
      action: "wave.created",
      subject: { label: `Wave ${second.number}, Reporting` },
      after: { kind: "Production", lead: null },
    });
  });

  it("refuses a number that is taken, a person of another program, and who has no right", async () => {
    const { number } = await aWave("Taken");
    await expect(createWave(manager(), { name: "B", kind: "production", number })).rejects.toMatchObject({
      code: "INVALID",
      fields: { number: `Wave ${number} is already “Taken”. Choose another number.` },
    });
    const leadId = await addPerson(stranger, "Somebody else");
    await refused(createWave(manager(), { name: "B", kind: "production", leadId }), "INVALID");
    await refused(createWave({ actor: world.as.auditor }, { name: "B", kind: "production" }), "FORBIDDEN");
    await refused(createWave({ actor: world.as.partner }, { name: "B", kind: "production" }), "FORBIDDEN");
    await refused(createWave(manager(), { name: " ", kind: "production" }), "INVALID");
  });
});

describe("the numbers of waves", () => {
  it("end at 999: the next one is refused in words, alone and by an import; a lower one that is free is taken", async () => {
    const other = await foundWorld();
    const call = { actor: other.as.program_manager };
    await createWave(call, { name: "Last", kind: "production", number: 999 });
    const refusal = {
      code: "INVALID",
      fields: { number: expect.stringContaining("Choose a lower number that is free.") },
    };
    await expect(createWave(call, { name: "Next", kind: "production" })).rejects.toMatchObject(refusal);
    const context = { actor: call.actor, now: new Date(), requestId: "numbers", backfilled: false };
    await expect(
      withActor(call.actor, (tx) => addPlannedWaves(tx, context, ["By import"])),
    ).rejects.toMatchObject(refusal);
    expect((await createWave(call, { name: "Free", kind: "production", number: 998 })).number).toBe(998);
  });
});

describe("changeWave", () => {
  it("changes what is given, reads form words, and says what was before", async () => {
    const wave = await aWave("Before");
    const leadId = await addPerson(world, "Joost van Dijk");
    await changeWave(manager(), {
      ...wave,
      version: 1,
      name: "After",
      leadId,
      rollbackMinutes: "1 h 30 min",
    });
    expect(await lastEvent()).toMatchObject({
      action: "wave.changed",
      before: { name: "Before", lead: null, rollbackMinutes: null },
      after: { name: "After", lead: "Joost van Dijk", rollbackMinutes: 90 },
    });
    await refused(changeWave(manager(), { ...wave, version: 2, name: "After" }), "INVALID");
  });

  it("conflicts when stale, with what it is now", async () => {
    const wave = await aWave("Stale");
    await changeWave(manager(), { ...wave, version: 1, name: "Theirs" });
    await expect(changeWave(manager(), { ...wave, version: 1, name: "Mine" })).rejects.toMatchObject({
      code: "CONFLICT",
      version: 2,
      changes: [{ label: "Name", yours: "Mine", theirs: "Theirs" }],
    });
  });

  it("is refused once the wave is cancelled, without the right, and for another program's wave", async () => {
    const wave = await aWave("Gone");
    await transitionWave(manager(), {
      waveId: wave.waveId,
      version: 1,
      to: "cancelled",
      reason: "No budget",
    });
    await refused(changeWave(manager(), { ...wave, version: 2, name: "X" }), "BLOCKED");
    await refused(changeWave({ actor: world.as.executive }, { ...wave, version: 2, name: "X" }), "FORBIDDEN");
    await refused(
      changeWave({ actor: stranger.as.program_manager }, { ...wave, version: 2, name: "X" }),
      "NOT_FOUND",
    );
  });
});

describe("setWaveWindow", () => {
  it("keeps what was said and the instants, in one event", async () => {
    const wave = await aWave("Windowed");
    await setWaveWindow(manager(), { ...wave, version: 1, ...NIGHT });
    expect(await lastEvent()).toMatchObject({
      action: "wave.window-moved",
      before: { starts: null },
      after: { starts: "2027-01-16T20:00 Europe/London", startsAt: "2027-01-16T20:00:00.000Z" },
    });
    await refused(setWaveWindow(manager(), { ...wave, version: 2, ...NIGHT }), "INVALID");
  });

  it("refuses what does not exist, conflicts when stale, and stays while cutting over", async () => {
    const wave = await aWave("Refusing");
    const skipped = { ...NIGHT, startLocal: "2027-03-28T01:30", endLocal: "2027-03-28T06:00" };
    await expect(setWaveWindow(manager(), { ...wave, version: 1, ...skipped })).rejects.toMatchObject({
      code: "INVALID",
      fields: { startLocal: expect.stringContaining("does not exist") },
    });
    await setWaveWindow(manager(), { ...wave, version: 1, ...NIGHT });
    const other = { ...NIGHT, endLocal: "2027-01-17T05:00" };
    await refused(setWaveWindow(manager(), { ...wave, version: 1, ...other }), "CONFLICT");
    await putIn(wave.waveId, "cutting_over");
    await refused(setWaveWindow(manager(), { ...wave, version: 2, ...other }), "BLOCKED");
    await refused(setWaveWindow({ actor: world.as.auditor }, { ...wave, version: 2, ...other }), "FORBIDDEN");
    const theirs = { actor: stranger.as.program_manager };
    await refused(setWaveWindow(theirs, { ...wave, version: 2, ...other }), "NOT_FOUND");
  });
});

describe("workloads of a wave", () => {
  it("are in one wave: another takes them only by an explicit move, told on both", async () => {
    const [from, to] = [await aWave("From"), await aWave("To")];
    const ids = [await aWorkload("Alpha"), await aWorkload("Beta")];
    await addWorkloadsToWave(manager(), { waveId: from.waveId, workloadIds: ids });
    const join = { waveId: to.waveId, workloadIds: ids.slice(0, 1) };
    const error = await refused(addWorkloadsToWave(manager(), join), "BLOCKED");
    expect(error.violations[0]).toMatchObject({ code: "in-another-wave", subject: { label: "Alpha" } });
    expect(await addWorkloadsToWave(manager(), { ...join, move: true })).toEqual({ added: 1 });
    const [removed, added] = await lastEvents(2);
    expect(added).toMatchObject({ action: "wave.workloads-added", after: { workloads: "Alpha" } });
    expect(removed).toMatchObject({ action: "wave.workloads-removed", after: { workloads: "Alpha" } });
    await refused(addWorkloadsToWave(manager(), { ...join, move: true }), "INVALID");
    const left = await listWaveWorkloads(world.as.auditor, from.waveId, 1);
    expect(left.rows.map(({ name }) => name)).toEqual(["Beta"]);
    await removeWorkloadsFromWave(manager(), { waveId: from.waveId, workloadIds: ids.slice(1) });
    await refused(removeWorkloadsFromWave(manager(), { waveId: from.waveId, workloadIds: ids }), "NOT_FOUND");
    const free = await listCandidates(world.as.auditor, from.waveId, "beta");
    expect(free).toMatchObject([{ name: "Beta", waveNumber: null }]);
  });

  it("neither come nor go while the wave cuts over, nor without the right, nor from another program", async () => {
    const wave = await aWave("Frozen");
    const [inside, outside] = [await aWorkload("Inside"), await aWorkload("Outside")];
    await addWorkloadsToWave(manager(), { waveId: wave.waveId, workloadIds: [inside] });
    const foreign = await aWorkload("Foreign", stranger);
    await refused(
      addWorkloadsToWave(manager(), { waveId: wave.waveId, workloadIds: [foreign] }),
      "NOT_FOUND",
    );
    const auditor = { actor: world.as.auditor };
    await refused(addWorkloadsToWave(auditor, { waveId: wave.waveId, workloadIds: [outside] }), "FORBIDDEN");
    await putIn(wave.waveId, "cutting_over");
    await refused(addWorkloadsToWave(manager(), { waveId: wave.waveId, workloadIds: [outside] }), "BLOCKED");
    const leave = { waveId: wave.waveId, workloadIds: [inside] };
    await refused(removeWorkloadsFromWave(manager(), leave), "BLOCKED");
    await refused(removeWorkloadsFromWave(auditor, leave), "FORBIDDEN");
    const theirs = { actor: stranger.as.program_manager };
    await refused(removeWorkloadsFromWave(theirs, leave), "NOT_FOUND");
    const other = await aWave("Other");
    const move = { waveId: other.waveId, workloadIds: [inside], move: true };
    await refused(addWorkloadsToWave(manager(), move), "BLOCKED");
  });

  it("show the hard links that lead to a later wave, before and after", async () => {
    const [early, late] = [await aWave("Early"), await aWave("Late")];
    const [dependent, needed] = [await aWorkload("Portal"), await aWorkload("Broker")];
    await recordDependency(manager(), { dependentId: dependent, neededId: needed, hardness: "hard" });
    await addWorkloadsToWave(manager(), { waveId: late.waveId, workloadIds: [needed] });
    const change = { window: null, add: [dependent], remove: [] };
    const preview = await previewReplan(world.as.program_manager, early.waveId, { change, now: new Date() });
    expect(preview.consequences.filter(({ part }) => part === "against")).toHaveLength(1);
    expect(preview.consequences.filter(({ part }) => part === "lacking").map(({ words }) => words)).toEqual([
      "Portal has no business or no technical owner",
      "Portal has no complete recovery target",
    ]);
    await addWorkloadsToWave(manager(), { waveId: early.waveId, workloadIds: [dependent] });
    const links = await linksCrossing(world.as.executive, early.waveId);
    expect(links).toMatchObject([
      { inside: { name: "Portal" }, outside: { name: "Broker" }, later: true, arguedAgainst: true },
    ]);
    const against = await linksAgainst(world.as.executive, early.waveId);
    expect(against).toEqual({ total: 1, first: links[0] });
    expect(await linksAgainst(world.as.executive, late.waveId)).toEqual({ total: 0, first: null });
    const back = await linksCrossing(world.as.executive, late.waveId);
    expect(back).toMatchObject([{ direction: "needed", arguedAgainst: false }]);
  });
});

describe("a wave on its way", () => {
  it("takes its steps, is rolled back and begins again as the next attempt without a window", async () => {
    const wave = await aWave("Path");
    const { waveId } = wave;
    await setWaveWindow(manager(), { ...wave, version: 1, ...NIGHT });
    const missing = await refused(
      transitionWave(manager(), { waveId, version: 2, to: "preparing" }),
      "BLOCKED",
    );
    expect(missing.violations.map(({ code }) => code)).toEqual(["no-workloads", "no-lead"]);
    await putIn(waveId, "hypercare");
    await transitionWave(manager(), { waveId, version: 2, to: "rolled_back", reason: "Orders were lost" });
    await addLead(wave.waveId);
    const workload = await aWorkload("Rolled");
    await asSuperuser(`INSERT INTO "WaveWorkload" VALUES ($1, $2, $3, now())`, [
      world.program.id,
      waveId,
      workload,
    ]);
    await transitionWave(manager(), { waveId, version: 3, to: "preparing" });
    const now = new Date();
    const view = await getWave(world.as.auditor, wave.number, { now, gate: null });
    expect(view).toMatchObject({
      state: "preparing",
      attempt: 2,
      window: null,
      health: { level: "unknown" },
    });
    const history = await listWaveTransitions(world.as.auditor, waveId);
    expect(history.map(({ to }) => to)).toEqual(["preparing", "rolled_back"]);
    const said = { waveId, attempt: 1, extent: "part", what: "Portals point back to the old rack" };
    await refused(recordRollback(manager(), said), "INVALID");
    const told = { ...said, remains: "The archive", lossMinutes: "12 min" };
    await refused(recordRollback(manager(), { ...told, attempt: 2 }), "BLOCKED");
    await refused(recordRollback({ actor: world.as.auditor }, told), "FORBIDDEN");
    await refused(recordRollback({ actor: stranger.as.program_manager }, told), "NOT_FOUND");
    await recordRollback(manager(), told);
    expect(await lastEvent()).toMatchObject({
      action: "wave.rollback-recorded",
      after: { attempt: 1, extent: "A part went back", lossMinutes: 12, usableAt: null },
    });
    const rollbacks = await listWaveRollbacks(world.as.auditor, waveId);
    const [second, first] = attemptsOf({ attempt: 2, state: "preparing" }, history, rollbacks);
    expect(first).toMatchObject({
      rolledBack: { reason: "Orders were lost" },
      rollback: { remains: "The archive" },
    });
    expect(second).toMatchObject({ rolledBack: null, rollback: null });
  });

  it("may cut over outside its window only by an executive's exception", async () => {
    const wave = await aWave("Excepted");
    const call = { actor: world.as.executive };
    await refused(grantWindowException(call, { ...wave, version: 1, reason: "Partners" }), "BLOCKED");
    await setWaveWindow(manager(), { ...wave, version: 1, ...NIGHT });
    await refused(grantWindowException(manager(), { ...wave, version: 2, reason: "Partners" }), "FORBIDDEN");
    await refused(grantWindowException(call, { ...wave, version: 2, reason: " " }), "INVALID");
    await refused(grantWindowException(call, { ...wave, version: 1, reason: "Partners" }), "CONFLICT");
    await grantWindowException(call, { ...wave, version: 2, reason: "Partners" });
    expect(await lastEvent()).toMatchObject({
      action: "wave.window-excepted",
      after: { reason: "Partners" },
    });
    const view = await getWave(call.actor, wave.number, { now: new Date(), gate: null });
    expect(view?.exception).toMatchObject({ reason: "Partners", grantedBy: "Marta Okafor" });
    await setWaveWindow(manager(), { ...wave, version: 2, ...NIGHT, zone: "UTC" });
    const moved = await getWave(call.actor, wave.number, { now: new Date(), gate: null });
    expect(moved?.exception).toBeNull();
  });

  it("is seen with its health by members, and not by another program", async () => {
    const wave = await aWave("Seen");
    const mine = (await listWaves(world.as.auditor)).find(({ waveId }) => waveId === wave.waveId);
    expect(mine).toMatchObject({
      workloads: 0,
      health: { level: "unknown", reason: "it has no workloads yet" },
    });
    expect(await listWaves(stranger.as.auditor)).toEqual([]);
    expect(await listWaves(world.as.partner)).toEqual([]);
    expect(await getWave(stranger.as.auditor, wave.number, { now: new Date(), gate: null })).toBeNull();
  });
});

function manager() {
  return { actor: world.as.program_manager };
}

function aWave(name: string) {
  return createWave(manager(), { name, kind: "production" });
}

async function aWorkload(name: string, of: World = world): Promise<string> {
  const created = await createWorkload({ actor: of.as.program_manager }, { name });
  return created.workloadId;
}

async function putIn(waveId: string, state: string): Promise<void> {
  await asSuperuser(`UPDATE "Wave" SET state = $2::"WaveState" WHERE id = $1`, [waveId, state]);
}

async function addLead(waveId: string): Promise<void> {
  const leadId = await addPerson(world, "Priya Raman");
  await asSuperuser(`UPDATE "Wave" SET "leadId" = $2 WHERE id = $1`, [waveId, leadId]);
}

async function refused(attempt: Promise<unknown>, code: string): Promise<AppError> {
  const error = await attempt.then(
    () => null,
    (thrown) => thrown,
  );
  expect(error).toMatchObject({ name: "AppError", code });
  return error;
}

async function lastEvent() {
  return (await lastEvents(1))[0];
}

/** The latest events of the world, the oldest of them last. */
async function lastEvents(count: number) {
  const rows = await asSuperuser<{ body: string }>(
    `SELECT body FROM "AuditEvent" WHERE "chainId" = $1 ORDER BY seq DESC LIMIT $2`,
    [world.program.id, count],
  );
  return rows.map(({ body }) => JSON.parse(body));
}
