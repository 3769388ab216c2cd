import { beforeAll, describe, expect, it } from "vitest";
import { addPeriod } from "@/lib/calendar/commands/add-period";
import { changePeriod } from "@/lib/calendar/commands/change-period";
import { endPeriod } from "@/lib/calendar/commands/end-period";
import { listPeriods } from "@/lib/calendar/queries/periods";
import { withActor } from "@/lib/db/transaction";
import { createSite } from "@/lib/sites/commands/create-site";
import { serveSite } from "@/lib/sites/commands/serve-site";
import { createWorkload } from "@/lib/workloads/commands/create-workload";
import { lastEvent } from "@/prisma/factories/last-event";
import { foundWorld, type World } from "@/prisma/factories/world";
import { requireWave } from "../queries/load-wave";
import { transitionFacts } from "../queries/transition-facts";
import { waveCalendar } from "../queries/wave-calendar";
import { freezesMet } from "../rules/freezes";
import { transitionBlockers } from "../rules/transitions";
import { addWorkloadsToWave } from "./add-workloads-to-wave";
import { createWave } from "./create-wave";
import { grantFreezeException } from "./grant-freeze-exception";
import { setWaveWindow } from "./set-wave-window";

const NIGHT = { startLocal: "2027-01-16T20:00", endLocal: "2027-01-17T04:00", zone: "Europe/London" };
const NEXT = { startLocal: "2027-01-23T20:00", endLocal: "2027-01-24T04:00", zone: "Europe/London" };
const FREEZE = {
  kind: "freeze" as const,
  title: "Stock count",
  startLocal: "2027-01-17T03:00",
  endLocal: "2027-01-18T06:00",
  zone: "Europe/London",
};

let world: World;
let stranger: World;

beforeAll(async () => {
  world = await foundWorld();
  stranger = await foundWorld();
});

describe("the window of a wave", () => {
  it("is refused in words where it meets a freeze of the program, and allowed where it only touches", async () => {
    const program = await foundWorld();
    const wave = await aWave(program);
    await addPeriod(by(program), FREEZE);
    await expect(setWaveWindow(by(program), { ...wave, version: 1, ...NIGHT })).rejects.toMatchObject({
      code: "BLOCKED",
      message: expect.stringMatching(
        /meets the freeze “Stock count” \(whole program\): 1.h in common, Sun 17 Jan 2027, 03:00 to 04:00 GMT\. .*executive/u,
      ),
      violations: [{ code: "freeze", subject: { type: "period", label: "Stock count" } }],
    });
    const touching = { ...NIGHT, endLocal: "2027-01-17T03:00" };
    await expect(setWaveWindow(by(program), { ...wave, version: 1, ...touching })).resolves.toMatchObject(
      wave,
    );
  });

  it("meets freezes of its workloads and of the sites they serve, and of no others", async () => {
    const { siteId } = await createSite(by(world), { name: "Venlo" });
    const served = await aWorkload("Venlo WMS");
    await serveSite(by(world), { siteId, shownIds: [], workloadIds: [served], users: {} });
    await addPeriod(by(world), { ...FREEZE, siteId });
    await aWorkload("General ledger");
    await addPeriod(by(world), { ...FREEZE, title: "Month end", workload: "general  ledger" });
    const elsewhere = await aWave(world);
    await setWaveWindow(by(world), { ...elsewhere, version: 1, ...NIGHT });
    const here = await aWave(world);
    await addWorkloadsToWave(by(world), { waveId: here.waveId, workloadIds: [served] });
    await expect(setWaveWindow(by(world), { ...here, version: 1, ...NIGHT })).rejects.toMatchObject({
      message: expect.stringContaining("“Stock count” (Venlo)"),
    });
    const { periods } = await waveCalendar(world.as.auditor, { ...here, attempt: 1 });
    expect(periods.map(({ title }) => title)).toEqual(["Stock count"]);
  });

  it("meets each time of a freeze that repeats, and passes cautions and what was ended", async () => {
    const program = await foundWorld();
    const wave = await aWave(program);
    const { periodId } = await addPeriod(by(program), {
      ...FREEZE,
      startLocal: "2026-11-01T03:00",
      endLocal: "2026-11-01T05:00",
      repeat: "weekly",
    });
    await addPeriod(by(program), { ...FREEZE, kind: "caution", title: "Promotion" });
    const asked = { ...wave, version: 1, ...NIGHT };
    await expect(setWaveWindow(by(program), asked)).rejects.toMatchObject({ code: "BLOCKED" });
    await endPeriod(by(program), { periodId, version: 1, reason: "The batch moved to the afternoon." });
    await expect(setWaveWindow(by(program), asked)).resolves.toMatchObject(wave);
    expect((await listPeriods(program.as.auditor, new Date())).map(({ title }) => title)).toEqual([
      "Promotion",
    ]);
  });
});

describe("a freeze that comes after the window", () => {
  it("leaves the window and stands against cutting over, until an executive excepts it", async () => {
    const program = await foundWorld();
    const wave = await aWave(program);
    await setWaveWindow(by(program), { ...wave, version: 1, ...NIGHT });
    const { periodId } = await addPeriod(by(program), FREEZE);
    const against = async () =>
      withActor(program.as.program_manager, async (tx) => {
        const loaded = await requireWave(tx, program.as.program_manager, wave.waveId);
        const facts = await transitionFacts(tx, program.as.program_manager, loaded, null);
        const step = { to: "cutting_over" as const, now: new Date("2027-01-16T20:05:00Z"), reason: "" };
        return transitionBlockers({ ...facts, state: "ready" }, step).map(({ code }) => code);
      });
    expect(await against()).toContain("freeze");
    await grantFreezeException(
      { actor: program.as.executive },
      {
        ...wave,
        version: 2,
        freeze: `${periodId}@2027-01-17T03:00:00.000Z`,
        reason: "The count starts late.",
      },
    );
    expect(await against()).not.toContain("freeze");
  });
});

describe("an executive's exception", () => {
  it("covers one freeze at the time it has, and tells it; a freeze that is moved is met again", async () => {
    const program = await foundWorld();
    const wave = await aWave(program);
    const { periodId } = await addPeriod(by(program), FREEZE);
    const freeze = `${periodId}@2027-01-17T03:00:00.000Z`;
    const asked = { waveId: wave.waveId, version: 1, freeze, reason: "The count starts after six." };
    await expect(grantFreezeException(by(program), asked)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await grantFreezeException({ actor: program.as.executive }, asked);
    expect(await lastEvent(program.program.id)).toMatchObject({
      action: "wave.freeze-excepted",
      subject: { type: "wave", id: wave.waveId },
      after: { attempt: 1, freeze: "Stock count", reason: "The count starts after six." },
    });
    await setWaveWindow(by(program), { ...wave, version: 1, ...NIGHT });
    const met = async () => {
      const { periods, exceptions } = await waveCalendar(program.as.auditor, { ...wave, attempt: 1 });
      const window = { startAt: new Date("2027-01-16T20:00:00Z"), endAt: new Date("2027-01-17T04:00:00Z") };
      return freezesMet(periods, exceptions, window).map(({ exception }) => exception?.grantedBy ?? null);
    };
    expect(await met()).toEqual(["Marta Okafor"]);
    await changePeriod(by(program), {
      ...FREEZE,
      periodId,
      version: 1,
      startLocal: "2027-01-17T02:00",
    });
    expect(await met()).toEqual([null]);
    await expect(setWaveWindow(by(program), { ...wave, version: 2, ...NEXT })).resolves.toMatchObject(wave);
    await expect(setWaveWindow(by(program), { ...wave, version: 3, ...NIGHT })).rejects.toMatchObject({
      code: "BLOCKED",
    });
  });

  it("is refused for what is no freeze of this wave, for a stale version and for another program's wave", async () => {
    const wave = await aWave(world);
    const { periodId } = await addPeriod(by(world), { ...FREEZE, title: "Promotion", kind: "caution" });
    const asked = {
      waveId: wave.waveId,
      version: 1,
      freeze: `${periodId}@2027-01-17T03:00:00.000Z`,
      reason: "x",
    };
    const executive = { actor: world.as.executive };
    await expect(grantFreezeException(executive, asked)).rejects.toMatchObject({
      code: "INVALID",
      fields: { freeze: expect.stringContaining("No such freeze") },
    });
    await expect(grantFreezeException(executive, { ...asked, version: 2 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await expect(grantFreezeException({ actor: stranger.as.executive }, asked)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

function by(of: World) {
  return { actor: of.as.program_manager };
}

function aWave(of: World) {
  return createWave(by(of), { name: "ERP core", kind: "production" });
}

async function aWorkload(name: string): Promise<string> {
  return (await createWorkload(by(world), { name })).workloadId;
}
