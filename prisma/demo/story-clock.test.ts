import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, resolveLocal } from "@/lib/kernel/time";
import { instantOn, saturdayFrom, saturdayNight } from "./story-clock";
import { WAVE_SCRIPTS } from "./wave-scripts";

const ODD_DAYS = [
  "2024-02-29",
  "2025-03-30",
  "2025-10-26",
  "2026-01-31",
  "2026-02-28",
  "2026-12-31",
  "2028-02-29",
];
const TIMES = [
  "08:30",
  "09:00",
  "09:30",
  "10:00",
  "11:00",
  "14:00",
  "15:00",
  "16:00",
  "17:00",
  "20:15",
  "03:10",
];

describe("the story's clock", () => {
  it.each(ODD_DAYS)("finds an instant for every time of the story when it starts on %s", (day) => {
    for (let days = -130; days <= 130; days += 1) {
      for (const time of TIMES) expect(instantOn(day, days, time).getTime()).not.toBeNaN();
    }
  });

  it("puts cutovers on Saturdays, their windows on instants that exist once", () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((offset) => addDays("2024-01-01", offset));
    fc.assert(
      fc.property(day, (demoDay) => {
        for (const { fromDay } of WAVE_SCRIPTS) {
          const saturday = saturdayFrom(demoDay, fromDay);
          expect(saturday - fromDay).toBeGreaterThanOrEqual(0);
          expect(saturday - fromDay).toBeLessThan(7);
          const { startLocal, endLocal, zone } = saturdayNight(demoDay, saturday);
          expect(new Date(`${startLocal}:00Z`).getUTCDay()).toBe(6);
          expect(resolveLocal(startLocal, zone).kind).toBe("instant");
          expect(resolveLocal(endLocal, zone).kind).toBe("instant");
        }
      }),
    );
  });
});
