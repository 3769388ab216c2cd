import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { resolveLocal } from "@/lib/kernel/time";
import type { WaveWindow } from "@/lib/waves/model/window";
import type { DueOffset } from "../model";
import { dueOf, instantOf, offsetColumns, offsetMark, offsetOf, offsetWords, phaseOf } from "./offset";

const LONDON = "Europe/London";

function windowOf(startLocal: string, hours: number, zone: string): WaveWindow {
  const found = resolveLocal(startLocal, zone);
  const startAt = found.kind === "twice" ? found.earlier : found.kind === "instant" ? found.at : null;
  if (startAt === null) throw new Error(`${startLocal} is no time in ${zone}`);
  const endAt = new Date(startAt.getTime() + hours * 3_600_000);
  return { startLocal, endLocal: localOf(endAt, zone), zone, startAt, endAt };
}

function localOf(at: Date, zone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  return zoned.toPlainDateTime().toString({ smallestUnit: "minute" });
}

function due(
  by: number,
  unit: "days" | "minutes",
  window: WaveWindow,
  anchor: DueOffset["anchor"] = "window_start",
) {
  return instantOf({ anchor, unit, by }, window)?.toISOString();
}

describe("at the clock changes", () => {
  it("days keep the wall clock in spring, hours are exact", () => {
    const window = windowOf("2027-03-28T20:00", 8, LONDON); // forward at 01:00 that morning: 20:00 BST is 19:00 UTC
    expect(due(-1, "days", window)).toBe("2027-03-27T20:00:00.000Z"); // 20:00 GMT, 23 hours before
    expect(due(-24 * 60, "minutes", window)).toBe("2027-03-27T19:00:00.000Z"); // 19:00 GMT on the wall
  });

  it("days keep the wall clock in autumn, hours are exact", () => {
    const window = windowOf("2026-10-25T20:00", 8, LONDON); // back at 02:00 that morning
    expect(due(-1, "days", window)).toBe("2026-10-24T19:00:00.000Z"); // 20:00 BST, 25 hours before
    expect(due(-24 * 60, "minutes", window)).toBe("2026-10-24T20:00:00.000Z"); // 21:00 BST on the wall
  });

  it("a time that the clocks skip is as long after the gap, one they show twice is the first", () => {
    expect(due(-1, "days", windowOf("2027-03-29T01:30", 4, LONDON))).toBe("2027-03-28T01:30:00.000Z"); // 02:30 BST
    expect(due(-1, "days", windowOf("2026-10-26T01:30", 4, LONDON))).toBe("2026-10-25T00:30:00.000Z"); // 01:30 BST
  });

  it("no days at all is the edge itself, also at the second of two equal times", () => {
    const window = { ...windowOf("2026-10-25T01:30", 4, LONDON), startAt: new Date("2026-10-25T01:30:00Z") };
    expect(due(0, "days", window)).toBe("2026-10-25T01:30:00.000Z");
  });

  it("a window over the change has an end of its own", () => {
    const window = windowOf("2026-10-24T22:00", 8, LONDON); // ends 05:00 GMT on the wall
    expect(window.endLocal).toBe("2026-10-25T05:00");
    expect(due(1, "days", window, "window_end")).toBe("2026-10-26T05:00:00.000Z");
    expect(due(-30, "minutes", window, "window_end")).toBe("2026-10-25T04:30:00.000Z");
  });
});

const zones = fc.constantFrom(LONDON, "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC");
const starts = fc
  .record({ day: fc.integer({ min: 0, max: 1500 }), minute: fc.integer({ min: 0, max: 1439 }) })
  .map(({ day, minute }) =>
    Temporal.PlainDateTime.from("2026-01-01T00:00")
      .add({ days: day, minutes: minute })
      .toString({ smallestUnit: "minute" }),
  );
const windows = fc
  .record({ local: starts, zone: zones, hours: fc.integer({ min: 1, max: 60 }) })
  .filter(({ local, zone }) => resolveLocal(local, zone).kind === "instant")
  .map(({ local, zone, hours }) => windowOf(local, hours, zone));
const anchors = fc.constantFrom("window_start" as const, "window_end" as const);
const minutes = fc.integer({ min: -43_200, max: 43_200 });
const days = fc.integer({ min: -400, max: 400 });

describe("laws", () => {
  it("minutes are exact, wherever and whenever", () => {
    fc.assert(
      fc.property(windows, anchors, minutes, (window, anchor, by) => {
        const edge = anchor === "window_start" ? window.startAt : window.endAt;
        const at = instantOf({ anchor, unit: "minutes", by }, window);
        expect(Number(at) - edge.getTime()).toBe(by * 60_000);
      }),
    );
  });

  it("days keep the date and the clock, unless the clocks skip that time", () => {
    fc.assert(
      fc.property(windows, days, (window, by) => {
        const at = instantOf({ anchor: "window_start", unit: "days", by }, window);
        const wanted = Temporal.PlainDateTime.from(window.startLocal).add({ days: by });
        const local = wanted.toString({ smallestUnit: "minute" });
        if (at === null) throw new Error("there is a window");
        if (resolveLocal(local, window.zone).kind === "missing")
          expect(localOf(at, window.zone) > local).toBe(true);
        else expect(localOf(at, window.zone)).toBe(local);
      }),
    );
  });

  it("a window that moves by days moves what hangs on it by the same days of the wall clock", () => {
    fc.assert(
      fc.property(windows, days, fc.integer({ min: -60, max: 60 }), (window, by, moved) => {
        const local = Temporal.PlainDateTime.from(window.startLocal).add({ days: moved });
        const startLocal = local.toString({ smallestUnit: "minute" });
        fc.pre(resolveLocal(startLocal, window.zone).kind === "instant");
        const later = windowOf(startLocal, 4, window.zone);
        fc.pre(by !== 0 && by + moved !== 0);
        expect(instantOf({ anchor: "window_start", unit: "days", by }, later)).toEqual(
          instantOf({ anchor: "window_start", unit: "days", by: by + moved }, window),
        );
      }),
    );
  });

  it("what is later by its offset is never due earlier", () => {
    fc.assert(
      fc.property(
        windows,
        anchors,
        fc.constantFrom("days" as const, "minutes" as const),
        days,
        days,
        (window, anchor, unit, a, b) => {
          const [first, second] = a <= b ? [a, b] : [b, a];
          const earlier = instantOf({ anchor, unit, by: first }, window);
          expect(Number(earlier)).toBeLessThanOrEqual(
            Number(instantOf({ anchor, unit, by: second }, window)),
          );
        },
      ),
    );
  });

  it("without a window nothing is due, and the columns hold what was said", () => {
    const offsets = fc.oneof(
      fc.record({ anchor: anchors, unit: fc.constant("days" as const), by: days }),
      fc.record({ anchor: anchors, unit: fc.constant("minutes" as const), by: minutes }),
    );
    fc.assert(
      fc.property(offsets, windows, (offset, window) => {
        const columns = offsetColumns(offset);
        expect(offsetOf(columns)).toEqual(offset);
        expect(dueOf({ dueAt: null, ...columns }, null)).toBeNull();
        expect(dueOf({ dueAt: null, ...columns }, window)).toEqual(instantOf(offset, window));
      }),
    );
  });

  it("an instant of its own stays, whatever the window does", () => {
    fc.assert(
      fc.property(fc.option(windows, { nil: null }), fc.date({ noInvalidDate: true }), (window, dueAt) => {
        expect(dueOf({ dueAt, ...offsetColumns(null) }, window)).toEqual(dueAt);
      }),
    );
  });
});

describe("words", () => {
  it.each([
    [
      { anchor: "window_start", unit: "days", by: -14 },
      "T−14 d",
      "14 days before the window starts",
      "before",
    ],
    [{ anchor: "window_start", unit: "days", by: -1 }, "T−1 d", "1 day before the window starts", "before"],
    [
      { anchor: "window_start", unit: "minutes", by: -72 * 60 },
      "T−72 h",
      "72 hours before the window starts",
      "before",
    ],
    [
      { anchor: "window_start", unit: "minutes", by: -30 },
      "T−30 min",
      "30 minutes before the window starts",
      "countdown",
    ],
    [{ anchor: "window_start", unit: "days", by: 0 }, "T", "when the window starts", "countdown"],
    [
      { anchor: "window_start", unit: "minutes", by: 120 },
      "T+2 h",
      "2 hours after the window starts",
      "during",
    ],
    [
      { anchor: "window_end", unit: "minutes", by: -60 },
      "end −1 h",
      "1 hour before the window ends",
      "during",
    ],
    [{ anchor: "window_end", unit: "days", by: 7 }, "end +7 d", "7 days after the window ends", "after"],
  ] as const)("%j is %s", (offset, mark, words, phase) => {
    expect(offsetMark(offset)).toBe(mark);
    expect(offsetWords(offset)).toBe(words);
    expect(phaseOf(offset)).toBe(phase);
  });
});
