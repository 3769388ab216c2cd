import { describe, expect, test } from "vitest";
import { historyOf } from "@/lib/audit/queries/events";
import { linkPerson } from "@/lib/programs/commands/link-person";
import { setRecoveryTarget } from "@/lib/recovery/commands/set-recovery-target";
import { getRecovery, processesOf } from "@/lib/recovery/queries/get-recovery";
import { placeWorkload } from "@/prisma/factories/risk-world";
import { addMember, addPerson, foundWorld } from "@/prisma/factories/world";
import { getProcess, listProcesses } from "../queries/processes";
import { acknowledgeFallback } from "./acknowledge-fallback";
import { carryProcess } from "./carry-process";
import { changeProcess } from "./change-process";
import { createProcess } from "./create-process";

const world = await foundWorld();
const other = await foundWorld();
const engineer = world.as.platform_engineer;
const owner = world.as.business_owner;
const call = { actor: engineer };
const wms = await placeWorkload(engineer, "WMS");
const ownerId = await addPerson(world, "Helen Brandt");
await linkPerson({ actor: world.as.program_manager }, { personId: ownerId, userId: owner.userId });

describe("business processes", () => {
  test("give their targets to the workloads that carry them, the strictest first", async () => {
    const { processId } = await createProcess(call, {
      name: "Picking",
      rtoMinutes: "2 h",
      workloadIds: [wms],
    });
    await createProcess(call, { name: "Shipping", rtoMinutes: "1 h", rpoMinutes: "15", workloadIds: [wms] });
    expect((await getRecovery(engineer, wms)).effective).toEqual({
      rto: { minutes: 60, from: "process" },
      rpo: { minutes: 15, from: "process" },
    });
    expect((await processesOf(engineer, wms)).map(({ name }) => name)).toEqual(["Shipping", "Picking"]);
    const process = await getProcess(engineer, processId);
    expect(process?.workloads).toMatchObject([{ name: "WMS", rto: { minutes: 60, from: "process" } }]);
    const looser = { workloadId: wms, rtoMinutes: "90 min" };
    await expect(setRecoveryTarget(call, looser)).rejects.toMatchObject({
      violations: [{ code: "recovery.looser-without-reason" }],
    });
    await setRecoveryTarget(call, { ...looser, reason: "Agreed with the warehouse" });
    expect((await getRecovery(engineer, wms)).effective.rto).toEqual({ minutes: 90, from: "own" });
  });

  test("are carried by what is chosen of what was shown", async () => {
    const hidden = await placeWorkload(engineer, "Not shown");
    const { processId } = await createProcess(call, { name: "Carried", workloadIds: [wms, hidden] });
    await carryProcess(call, { processId, version: 1, shownIds: [wms], workloadIds: [] });
    const process = await getProcess(engineer, processId);
    expect(process?.workloads.map(({ name }) => name)).toEqual(["Not shown"]);
    const [last] = await historyOf(engineer, "process", processId);
    expect(last?.body).toMatchObject({
      action: "process.changed",
      before: { workloads: "Not shown, WMS" },
      after: { workloads: "Not shown" },
    });
  });

  test("have a fallback that their owner alone acknowledges, for its words alone", async () => {
    const { processId } = await createProcess(call, {
      name: "Order intake",
      ownerId,
      fallback: "By telephone.",
    });
    const second = await addMember(world, "business_owner");
    for (const actor of [engineer, world.as.program_manager, second]) {
      await expect(acknowledgeFallback({ actor }, { processId, version: 1 })).rejects.toMatchObject({
        code: "BLOCKED",
        violations: [{ code: "process.not-the-owner" }],
      });
    }
    const asOwner = { actor: owner };
    await acknowledgeFallback(asOwner, { processId, version: 1 });
    expect((await getProcess(engineer, processId))?.acknowledged).toMatchObject({ by: owner.name });
    await expect(acknowledgeFallback(asOwner, { processId, version: 2 })).rejects.toMatchObject({
      violations: [{ code: "process.acknowledged" }],
    });
    expect(await changeProcess(call, { processId, version: 2, rtoMinutes: "4 h" })).toMatchObject({
      cleared: false,
    });
    expect((await getProcess(engineer, processId))?.acknowledged).not.toBeNull();
    expect(await changeProcess(call, { processId, version: 3, fallback: "On paper." })).toMatchObject({
      cleared: true,
    });
    expect((await getProcess(engineer, processId))?.acknowledged).toBeNull();
    const [last, , acknowledged] = await historyOf(engineer, "process", processId);
    expect(last?.body).toMatchObject({ after: { fallback: "On paper.", fallbackAcknowledgedAt: null } });
    expect(acknowledged?.body).toMatchObject({
      action: "process.fallback-acknowledged",
      after: { fallback: "By telephone." },
    });
    await expect(acknowledgeFallback(asOwner, { processId, version: 2 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  test("without words or owner there is nothing to acknowledge", async () => {
    const bare = await createProcess(call, { name: "Bare", ownerId });
    const ownerless = await createProcess(call, { name: "Ownerless", fallback: "Somehow." });
    for (const [processId, code] of [
      [bare.processId, "process.no-fallback"],
      [ownerless.processId, "process.no-owner"],
    ] as const) {
      await expect(acknowledgeFallback({ actor: owner }, { processId, version: 1 })).rejects.toMatchObject({
        violations: [{ code }],
      });
    }
    const rows = await listProcesses(engineer);
    expect(rows.find((row) => row.name === "Bare")).toMatchObject({ fallback: "none", rtoMinutes: null });
  });

  test("are nobody's to write who has no right, and not there for partners and other programs", async () => {
    const { processId } = await createProcess(call, { name: "Guarded" });
    await expect(createProcess({ actor: owner }, { name: "x" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const foreign = { actor: other.as.platform_engineer };
    const refused = { code: "NOT_FOUND" };
    await expect(changeProcess(foreign, { processId, version: 1, name: "x" })).rejects.toMatchObject(refused);
    await expect(
      carryProcess(foreign, { processId, version: 1, shownIds: [], workloadIds: [] }),
    ).rejects.toMatchObject(refused);
    await expect(
      acknowledgeFallback({ actor: other.as.business_owner }, { processId, version: 1 }),
    ).rejects.toMatchObject(refused);
    await expect(createProcess(foreign, { name: "Foreign", workloadIds: [wms] })).rejects.toMatchObject({
      code: "INVALID",
    });
    expect(await getProcess(foreign.actor, processId)).toBeNull();
    expect(() => listProcesses(world.as.partner)).toThrow(/no such page/);
  });
});
