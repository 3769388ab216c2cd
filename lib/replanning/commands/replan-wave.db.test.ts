import { beforeAll, describe, expect, it } from "vitest";
import { addPeriod } from "@/lib/calendar/commands/add-period";
import { recordDependency } from "@/lib/dependencies/commands/record-dependency";
import { addWorkloadsToWave } from "@/lib/waves/commands/add-workloads-to-wave";
import { createWave } from "@/lib/waves/commands/create-wave";
import { setWaveWindow } from "@/lib/waves/commands/set-wave-window";
import { listMembersOfWave } from "@/lib/waves/queries/wave-workloads";
import { readWindow } from "@/lib/waves/rules/window";
import { createWorkload } from "@/lib/workloads/commands/create-workload";
import { lastEvent } from "@/prisma/factories/last-event";
import { foundWorld, type World } from "@/prisma/factories/world";
import type { PlanChange } from "../model";
import { previewReplan } from "../queries/preview-replan";
import { replanWave } from "./replan-wave";

const NIGHT = { startLocal: "2027-01-16T20:00", endLocal: "2027-01-17T04:00", zone: "Europe/London" };
const NEXT = { startLocal: "2027-01-23T20:00", endLocal: "2027-01-24T04:00", zone: "Europe/London" };

let world: World;
let stranger: World;

beforeAll(async () => {
  world = await foundWorld();
  stranger = await foundWorld();
});

describe("re-planning a wave", () => {
  it("moves window and workloads in one, as it was shown", async () => {
    const { here, there, portal, broker } = await aPlan();
    const change = { window: windowOf(NEXT), add: [broker], remove: [portal] };
    const shown = await preview(here.waveId, change);
    expect(shown.joining).toMatchObject([{ name: "Broker", from: { number: there.number } }]);
    expect(shown.leaving).toMatchObject([{ name: "Portal" }]);
    expect(shown.consequences.map(({ part, way }) => `${part} ${way}`)).toEqual([
      "members comes",
      "members goes",
      "against goes",
      "overlaps comes",
      "lacking comes",
      "lacking comes",
      "lacking goes",
      "lacking goes",
    ]);
    const input = { waveId: here.waveId, version: 2, window: NEXT, add: [broker], remove: [portal] };
    await replanWave(manager(), { ...input, seen: shown.seal });
    expect(await lastEvent(world.program.id)).toMatchObject({ action: "wave.window-moved" });
    const members = await listMembersOfWave(world.as.auditor, here.waveId, [portal, broker]);
    expect(members.map(({ name }) => name)).toEqual(["Broker"]);
  });

  it("is refused as a conflict where the consequences are others meanwhile, and writes nothing", async () => {
    const { here, there, broker, portal } = await aPlan();
    const shown = await preview(here.waveId, { window: null, add: [broker], remove: [] });
    const clock = await aWorkload("Clock");
    await addWorkloadsToWave(manager(), { waveId: there.waveId, workloadIds: [clock] });
    await recordDependency(manager(), { dependentId: broker, neededId: clock });
    const input = { waveId: here.waveId, version: 2, add: [broker], remove: [], seen: shown.seal };
    await expect(replanWave(manager(), input)).rejects.toMatchObject({
      code: "CONFLICT",
      changes: [{ label: "Hard links against the order" }, { label: "Links that cross waves" }],
    });
    const members = await listMembersOfWave(world.as.auditor, here.waveId, [portal, broker]);
    expect(members.map(({ id }) => id)).toEqual([portal]);
  });

  it("is refused where the new window meets a freeze, by who may not plan, and for another program's wave", async () => {
    const { here } = await aPlan();
    await addPeriod(manager(), {
      kind: "freeze",
      title: "Peak",
      startLocal: "2027-03-01T00:00",
      endLocal: "2027-03-10T00:00",
      zone: "Europe/London",
    });
    const peak = { ...NEXT, startLocal: "2027-03-06T20:00", endLocal: "2027-03-07T04:00" };
    const change = { window: windowOf(peak), add: [], remove: [] };
    const shown = await preview(here.waveId, change);
    expect(shown.consequences.find(({ part }) => part === "freezes")?.words).toContain("Peak");
    const input = { waveId: here.waveId, version: 2, window: peak, seen: shown.seal };
    await expect(replanWave(manager(), input)).rejects.toMatchObject({ code: "BLOCKED" });
    await expect(replanWave({ actor: world.as.auditor }, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const theirs = { actor: stranger.as.program_manager };
    await expect(replanWave(theirs, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(previewReplan(theirs.actor, here.waveId, { change, now: new Date() })).rejects.toMatchObject(
      {
        code: "NOT_FOUND",
      },
    );
    const nothing = { window: null, add: [], remove: [] };
    const { seal: seen } = await preview(here.waveId, nothing);
    const empty = { waveId: here.waveId, version: 2, seen };
    await expect(replanWave(manager(), empty)).rejects.toMatchObject({ code: "INVALID" });
  });
});

/** An early wave whose portal needs a broker of the next wave. */
async function aPlan() {
  const here = await createWave(manager(), { name: "Here", kind: "production" });
  const there = await createWave(manager(), { name: "There", kind: "production" });
  await setWaveWindow(manager(), { ...here, version: 1, ...NIGHT });
  await setWaveWindow(manager(), { ...there, version: 1, ...NEXT });
  const [portal, broker] = [await aWorkload("Portal"), await aWorkload("Broker")];
  await recordDependency(manager(), { dependentId: portal, neededId: broker, hardness: "hard" });
  await addWorkloadsToWave(manager(), { waveId: here.waveId, workloadIds: [portal] });
  await addWorkloadsToWave(manager(), { waveId: there.waveId, workloadIds: [broker] });
  return { here, there, portal, broker };
}

function preview(waveId: string, change: PlanChange) {
  return previewReplan(world.as.program_manager, waveId, { change, now: new Date() });
}

function windowOf(said: typeof NIGHT) {
  const answer = readWindow(said);
  if (!answer.ok) throw new Error("the window can be read");
  return answer.window;
}

function manager() {
  return { actor: world.as.program_manager };
}

let made = 0;
async function aWorkload(name: string): Promise<string> {
  made += 1;
  const unique = made <= 2 ? name : `${name} ${made}`;
  return (await createWorkload(manager(), { name: unique })).workloadId;
}
