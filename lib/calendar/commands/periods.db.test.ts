import { beforeAll, describe, expect, it } from "vitest";
import { createWorkload } from "@/lib/workloads/commands/create-workload";
import { lastEvent } from "@/prisma/factories/last-event";
import { foundWorld, type World } from "@/prisma/factories/world";
import { getPeriod, listPeriods, scopeChoices } from "../queries/periods";
import { addPeriod } from "./add-period";
import { changePeriod } from "./change-period";
import { endPeriod } from "./end-period";

const CLOSE = {
  kind: "freeze" as const,
  title: "Month-end  close",
  reason: "Books are closed.",
  startLocal: "2026-11-30T12:00",
  endLocal: "2026-12-02T18:00",
  zone: "Europe/London",
  repeat: "month_end" as const,
};

let world: World;
let stranger: World;

beforeAll(async () => {
  world = await foundWorld();
  stranger = await foundWorld();
});

describe("addPeriod", () => {
  it("keeps what was said and the instants of the first time, and tells it", async () => {
    await createWorkload(by(world), { name: "General ledger" });
    const { periodId } = await addPeriod(by(world), { ...CLOSE, workload: "General ledger" });
    expect(await getPeriod(world.as.auditor, periodId)).toMatchObject({
      title: "Month-end close",
      recurrence: "FREQ=MONTHLY;BYMONTHDAY=-1",
      scope: { of: "workload", name: "General ledger" },
      endedAt: null,
      version: 1,
    });
    expect(await lastEvent(world.program.id)).toMatchObject({
      action: "calendar.period-added",
      subject: { type: "period", label: "Month-end close" },
      after: { kind: "Freeze", starts: "2026-11-30T12:00 Europe/London", scope: "General ledger" },
    });
  });

  it.each([
    [{ endLocal: "2026-11-30T12:00" }, "endLocal"],
    [{ zone: "Mars/Olympus" }, "zone"],
    [{ startLocal: "2026-02-30T12:00" }, "startLocal"],
    [{ title: " " }, "title"],
    [{ repeat: "rule" as const, rule: "FREQ=DAILY" }, "rule"],
    [{ repeat: "rule" as const, rule: "FREQ=MONTHLY;BYMONTHDAY=1" }, "rule"],
    [{ workload: "Nothing of that name" }, "workload"],
    [{ siteId: "0199aaaa-0000-7000-8000-000000000000" }, "siteId"],
  ])("refuses %o at its field", async (wrong, field) => {
    await expect(addPeriod(by(world), { ...CLOSE, ...wrong })).rejects.toMatchObject({
      code: "INVALID",
      fields: { [field]: expect.any(String) },
    });
  });

  it("is for who plans: others are refused, and nobody sees another program's", async () => {
    for (const role of ["executive", "business_owner", "auditor", "partner"] as const)
      await expect(addPeriod({ actor: world.as[role] }, CLOSE)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { periodId } = await addPeriod(by(world), CLOSE);
    expect(await getPeriod(stranger.as.auditor, periodId)).toBeNull();
    expect(await listPeriods(stranger.as.auditor, new Date(0))).toEqual([]);
    expect(() => listPeriods(world.as.partner, new Date(0))).toThrow(/no such calendar/);
    expect(await getPeriod(world.as.auditor, "no id")).toBeNull();
    expect(await scopeChoices(world.as.auditor)).toEqual({ sites: [] });
  });
});

describe("changePeriod and endPeriod", () => {
  it("change at a version, tell what was before, and end with a reason", async () => {
    const { periodId } = await addPeriod(by(world), CLOSE);
    const asked = { ...CLOSE, periodId, version: 1 };
    await expect(changePeriod(by(world), asked)).rejects.toMatchObject({ message: "Nothing was changed." });
    await changePeriod(by(world), { ...asked, kind: "caution", repeat: "once" });
    expect(await lastEvent(world.program.id)).toMatchObject({
      action: "calendar.period-changed",
      before: { kind: "Freeze", repeats: "FREQ=MONTHLY;BYMONTHDAY=-1" },
      after: { kind: "Caution", repeats: null },
    });
    await expect(changePeriod(by(world), asked)).rejects.toMatchObject({
      code: "CONFLICT",
      changes: [
        { label: "Kind", yours: "Freeze", theirs: "Caution" },
        { label: "Repeats", theirs: "nothing" },
      ],
    });
    await expect(endPeriod(by(world), { periodId, version: 2, reason: " " })).rejects.toMatchObject({
      code: "INVALID",
    });
    await expect(
      endPeriod({ actor: stranger.as.program_manager }, { periodId, version: 2, reason: "x" }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await endPeriod(by(world), { periodId, version: 2, reason: "Closed by the new ledger." });
    expect(await lastEvent(world.program.id)).toMatchObject({
      action: "calendar.period-ended",
      after: { reason: "Closed by the new ledger." },
    });
    await expect(changePeriod(by(world), { ...asked, version: 3 })).rejects.toMatchObject({
      code: "BLOCKED",
    });
    expect(await getPeriod(world.as.auditor, periodId)).toMatchObject({
      endedReason: "Closed by the new ledger.",
    });
  });
});

function by(of: World) {
  return { actor: of.as.program_manager };
}
