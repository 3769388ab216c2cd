import { beforeAll, describe, expect, it } from "vitest";
import { countEvents, lastEvent } from "@/prisma/factories/last-event";
import { foundWorld, type World } from "@/prisma/factories/world";
import { listPeriods } from "../queries/periods";
import { bringIn } from "./bring-in";
import { endPeriod } from "./end-period";

let world: World;

beforeAll(async () => {
  world = await foundWorld();
});

describe("bringIn", () => {
  it("adds, knows again, changes what changed, and leaves out what was taken out", async () => {
    expect(await bringIn(manager(), asked("20261128", "20261205"))).toEqual({ added: 2, changed: 0 });
    const [first] = await listPeriods(world.as.auditor, new Date(0));
    expect(first).toMatchObject({
      kind: "caution",
      title: "Count 1",
      source: "ics",
      scope: { of: "program" },
    });
    const events = await countEvents(world.program.id);
    await expect(bringIn(manager(), asked("20261128", "20261205"))).rejects.toMatchObject({
      code: "INVALID",
      fields: { file: "same" },
    });
    expect(await countEvents(world.program.id)).toBe(events);
    expect(await bringIn(manager(), asked("20261128", "20261212"))).toEqual({ added: 0, changed: 1 });
    expect(await lastEvent(world.program.id)).toMatchObject({
      action: "calendar.period-changed",
      subject: { label: "Count 2" },
      before: { starts: "2026-12-05T20:00 UTC" },
      after: { starts: "2026-12-12T20:00 UTC" },
    });
    await endPeriod(manager(), { periodId: first?.id ?? "", version: 1, reason: "Not counted this year." });
    await expect(bringIn(manager(), asked("20261129", "20261212"))).rejects.toMatchObject({
      fields: { file: "same" },
    });
  });

  it("refuses a file whole, in words, and is for who plans", async () => {
    const before = await countEvents(world.program.id);
    const broken = asked("20261128", "tomorrow");
    await expect(bringIn(manager(), broken)).rejects.toMatchObject({
      code: "INVALID",
      message: "Event 2 of the file: Its start or end cannot be read, or it ends before it starts.",
      fields: { file: "times", at: "2" },
    });
    await expect(bringIn(manager(), { ...broken, workload: "Nothing" })).rejects.toMatchObject({
      code: "INVALID",
    });
    await expect(bringIn({ actor: world.as.executive }, asked("20261128"))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await countEvents(world.program.id)).toBe(before);
  });
});

function manager() {
  return { actor: world.as.program_manager };
}

function asked(...days: readonly string[]) {
  const events = days.flatMap((day, at) => [
    "BEGIN:VEVENT",
    `UID:${at + 1}@count`,
    `SUMMARY:Count ${at + 1}`,
    `DTSTART:${day}T200000Z`,
    "DURATION:PT8H",
    "END:VEVENT",
  ]);
  const text = ["BEGIN:VCALENDAR", ...events, "END:VCALENDAR"].join("\r\n");
  return { text, kind: "caution" as const, zone: "Europe/London" };
}
