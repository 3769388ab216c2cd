import { describe, expect, it } from "vitest";
import { readWindow } from "./window";
import { clockChanges, countdown, durationWords, windowSpan, zoneLines } from "./window-words";

const LONDON = { startLocal: "2027-01-16T20:00", endLocal: "2027-01-17T04:00", zone: "Europe/London" };

describe("a window", () => {
  it("keeps what was said, with the instants", () => {
    expect(readWindow(LONDON)).toEqual({
      ok: true,
      window: { ...LONDON, startAt: new Date("2027-01-16T20:00Z"), endAt: new Date("2027-01-17T04:00Z") },
    });
  });

  it.each([
    ["a zone nobody knows", { zone: "Europe/Atlantis" }, "zone"],
    [
      "a start that the clocks skip",
      { startLocal: "2027-03-28T01:30", endLocal: "2027-03-28T05:00" },
      "startLocal",
    ],
    ["an end that comes twice", { startLocal: "2026-10-24T22:00", endLocal: "2026-10-25T01:30" }, "endLocal"],
    ["an end before the start", { endLocal: "2027-01-16T19:00" }, "endLocal"],
    ["no length at all", { endLocal: "2027-01-16T20:00" }, "endLocal"],
    ["more than a month", { endLocal: "2027-03-17T04:00" }, "endLocal"],
    ["no date", { startLocal: "2027-02-30T20:00" }, "startLocal"],
  ])("refuses %s", (_what, change, field) => {
    const answer = readWindow({ ...LONDON, ...change });
    expect(answer.ok ? [] : Object.keys(answer.fields)).toEqual([field]);
  });

  it.each([
    ["earlier", "2026-10-25T00:30:00.000Z"],
    ["later", "2026-10-25T01:30:00.000Z"],
  ] as const)("takes the %s of two equal times", (fold, at) => {
    const answer = readWindow({
      ...LONDON,
      startLocal: "2026-10-24T22:00",
      endLocal: "2026-10-25T01:30",
      fold,
    });
    expect(answer.ok ? answer.window.endAt.toISOString() : answer.fields).toBe(at);
  });
});

describe("a window in words", () => {
  const span = { startAt: new Date("2027-01-16T20:00Z"), endAt: new Date("2027-01-17T04:00Z") };

  it("stands in the wave's, the program's and the reader's zone, each once", () => {
    const zones = { wave: "Europe/Amsterdam", program: "Europe/London", mine: "Europe/London" };
    expect(zoneLines(span, zones)).toEqual([
      {
        zone: "Europe/Amsterdam",
        starts: "Sat 16 Jan, 21:00",
        ends: "to Sun 05:00",
        place: "CET, Amsterdam",
        whose: "the wave’s",
      },
      {
        zone: "Europe/London",
        starts: "Sat 16 Jan, 20:00",
        ends: "to Sun 04:00",
        place: "GMT, London",
        whose: "the program’s and yours",
      },
    ]);
    expect(windowSpan(span, "America/New_York")).toBe("Sat 16 Jan 2027, 15:00 to 23:00 EST");
  });

  it("says where clocks change during it", () => {
    const night = { startAt: new Date("2027-03-27T22:00Z"), endAt: new Date("2027-03-28T06:00Z") };
    expect(clockChanges(night, ["Europe/London", "America/New_York", "Europe/London"])).toEqual([
      "Europe/London",
    ]);
    expect(clockChanges(span, ["Europe/London"])).toEqual([]);
  });

  it.each([
    ["2027-01-12T14:40Z", "Starts in", "4 d 5 h"],
    ["2027-01-16T14:40Z", "Starts in", "5 h 20 min"],
    ["2026-12-01T00:00Z", "Starts in", "46 d"],
    ["2027-01-16T20:00Z", "Open, ends in", "8 h"],
    ["2027-01-17T03:59:30Z", "Open, ends in", "less than a minute"],
    ["2027-01-17T04:00Z", "Ended", "less than a minute ago"],
    ["2027-01-20T05:00Z", "Ended", "3 d 1 h ago"],
  ])("counts down at %s", (at, label, value) => {
    const found = countdown(span, new Date(at));
    expect({ ...found, value: found.value.replaceAll("\u00a0", " ") }).toEqual({ label, value });
  });

  it("says how long it lasts", () => {
    expect(durationWords(span.startAt, span.endAt)).toBe("8\u00a0h");
  });
});
