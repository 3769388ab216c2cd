import { describe, expect, it } from "vitest";
import { MOST_EVENTS, readIcs } from "./read-ics";
import { writeIcs } from "./write-ics";

const ZONE = "Europe/London";

describe("readIcs", () => {
  it("reads times in zones, in UTC, without a zone and as whole days; folded and escaped texts; a rule", () => {
    const file = calendar(
      [
        'DTSTART;TZID="Europe/Amsterdam":20261128T200000',
        "DTEND;TZID=Europe/Amsterdam:20261129T040000",
        "SUMMARY:Stock count\\, Ven",
        " lo",
        "DESCRIPTION:Bins\\nand racks",
        "RRULE:FREQ=WEEKLY;BYDAY=SA;COUNT=3",
        "BEGIN:VALARM",
        "DESCRIPTION:not this",
        "END:VALARM",
      ],
      ["DTSTART:20261128T200000Z", "DURATION:PT8H"],
      ["DTSTART:20261128T200000", "DTEND:20261129T040000Z"],
      ["DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227"],
      ["DTSTART;VALUE=DATE:20261231"],
      ["STATUS:CANCELLED"],
    );
    const answer = readIcs(file, ZONE);
    expect(answer).toMatchObject({
      ok: true,
      events: [
        {
          uid: "1@test",
          title: "Stock count, Venlo",
          reason: "Bins\nand racks",
          startLocal: "2026-11-28T20:00",
          endLocal: "2026-11-29T04:00",
          zone: "Europe/Amsterdam",
          recurrence: "FREQ=WEEKLY;BYDAY=SA;COUNT=3",
        },
        {
          startLocal: "2026-11-28T20:00",
          endLocal: "2026-11-29T04:00",
          zone: "UTC",
          title: "Without a title",
        },
        { startLocal: "2026-11-28T20:00", endLocal: "2026-11-29T04:00", zone: ZONE },
        { startLocal: "2026-12-24T00:00", endLocal: "2026-12-27T00:00", zone: ZONE },
        { startLocal: "2026-12-31T00:00", endLocal: "2027-01-01T00:00", zone: ZONE },
      ],
    });
  });

  it("reads back what is written", () => {
    const entry = {
      uid: "period-1@wavegate",
      startAt: new Date("2026-11-28T20:00:00Z"),
      endAt: new Date("2026-11-29T04:00:00Z"),
      title: "Łódź; count, of bins",
      text: "",
      category: "Freeze",
      changedAt: new Date("2026-11-21T10:00:00Z"),
    };
    expect(readIcs(writeIcs("x", [entry]), ZONE)).toMatchObject({
      ok: true,
      events: [{ uid: "period-1@wavegate", title: "Łódź; count, of bins", zone: "UTC" }],
    });
  });

  const good = ["DTSTART:20261128T200000Z", "DTEND:20261129T040000Z"];
  it.each([
    ["no-calendar", null, "BEGIN:VEVENT\r\nEND:VEVENT"],
    ["no-calendar", null, calendar(good).replace("END:VCALENDAR", "")],
    ["no-calendar", null, ""],
    ["empty", null, calendar()],
    ["empty", null, calendar(["STATUS:CANCELLED"])],
    ["too-many", null, calendar(...Array.from({ length: MOST_EVENTS + 1 }, () => good))],
    ["no-uid", 1, calendar(good).replace("UID:1@test\r\n", "")],
    ["twice", 2, calendar(good, good).replace("UID:2@", "UID:1@")],
    ["times", 1, calendar(["DTSTART:20260230T200000Z", "DTEND:20261129T040000Z"])],
    ["times", 1, calendar(["DTSTART:20261128T200000Z", "DTEND:20261128T200000Z"])],
    ["times", 1, calendar(["DTSTART:tomorrow"])],
    ["times", 1, calendar(["SUMMARY:never"])],
    ["zone", 1, calendar(["DTSTART;TZID=W. Europe Standard Time:20261128T200000"])],
    ["rule", 2, calendar(good, [...good, "RRULE:FREQ=MONTHLY;BYDAY=2SA"])],
    ["exceptions", 1, calendar([...good, "RRULE:FREQ=WEEKLY", "EXDATE:20261205T200000Z"])],
  ])("refuses a file whole: %s", (why, at, file) => {
    expect(readIcs(file, ZONE)).toEqual({ ok: false, why, at });
  });
});

function calendar(...events: readonly (readonly string[])[]): string {
  const lines = events.flatMap((event, at) => ["BEGIN:VEVENT", `UID:${at + 1}@test`, ...event, "END:VEVENT"]);
  return ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n");
}
