import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CalendarEntry } from "../model";
import { writeIcs } from "./write-ics";

const ENTRY: CalendarEntry = {
  uid: "wave-1@wavegate",
  startAt: new Date("2026-11-28T20:00:00Z"),
  endAt: new Date("2026-11-29T04:00:00Z"),
  title: "Wave 3, EDI; and portals",
  text: "One\nTwo \\ three",
  category: "Window",
  changedAt: new Date("2026-11-21T10:00:00.123Z"),
};

describe("writeIcs", () => {
  it("writes instants in UTC and escapes texts", () => {
    expect(writeIcs("Corvane, cloud", [ENTRY]).split("\r\n")).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Wavegate//Calendar//EN",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "X-WR-CALNAME:Corvane\\, cloud",
      "BEGIN:VEVENT",
      "UID:wave-1@wavegate",
      "DTSTAMP:20261121T100000Z",
      "DTSTART:20261128T200000Z",
      "DTEND:20261129T040000Z",
      "SUMMARY:Wave 3\\, EDI\\; and portals",
      "DESCRIPTION:One\\nTwo \\\\ three",
      "CATEGORIES:Window",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  it("law: no line is longer than 75 octets, none breaks a letter, and unfolding gives the title back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (title) => {
        const file = writeIcs("x", [{ ...ENTRY, title }]);
        for (const line of file.split("\r\n")) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(Buffer.from(line).toString()).toBe(line);
        }
        const line =
          file
            .replaceAll("\r\n ", "")
            .split("\r\n")
            .find((one) => one.startsWith("SUMMARY:")) ?? "";
        const back = line
          .slice("SUMMARY:".length)
          .replaceAll(/\\([\\;,n])/gu, (_, sign) => (sign === "n" ? "\n" : sign));
        const plain = title
          .replaceAll(/\r\n|\r/gu, "\n")
          .replaceAll("\t", " ")
          .replaceAll(/(?!\n)\p{Cc}/gu, "");
        expect(back).toBe(plain);
      }),
      { numRuns: 200 },
    );
  });
});
