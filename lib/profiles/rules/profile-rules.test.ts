import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatMinutes } from "@/lib/kernel/minutes";
import { DUTIES, type DutyWord, METRICS, type MeasurementView, PARTIES, REMEDIATION_STATES } from "../model";
import { compareMetrics } from "./compare";
import { dutiesAfter, dutyConflicts, dutyRecord, dutyStamp, dutyWords } from "./duties";
import { metricWord, plainNumber } from "./metric-words";
import { isPending, newRemediation, remediationProblems } from "./remediation";
import { remediationFilters, remediationHref, remediationSearch } from "./search";

const word: fc.Arbitrary<DutyWord> = fc.record({
  party: fc.option(fc.constantFrom(...PARTIES), { nil: null }),
  note: fc.constantFrom("", "until March"),
});
const stated = fc.dictionary(fc.constantFrom(...DUTIES), word);

describe("duties", () => {
  test("nobody said: every duty is unknown", () => {
    expect(Object.values(dutyRecord(dutyWords([])))).toEqual(DUTIES.map(() => null));
  });

  test("what is stated stands, the rest stays, and saying it again changes nothing", () => {
    fc.assert(
      fc.property(stated, stated, (first, second) => {
        const before = dutiesAfter(dutyWords([]), first);
        const after = dutiesAfter(before, second);
        for (const duty of DUTIES) expect(after[duty].party).toBe((second[duty] ?? before[duty]).party);
        expect(dutiesAfter(after, second)).toEqual(after);
        expect(dutyConflicts(after, after)).toEqual([]);
        expect(dutyStamp(after) === dutyStamp(before)).toBe(JSON.stringify(after) === JSON.stringify(before));
      }),
    );
  });

  test("says where two writers differ", () => {
    const one = dutiesAfter(dutyWords([]), { patching: { party: "provider", note: "monthly" } });
    expect(dutyConflicts(one, dutyWords([]))).toEqual([
      { label: "Patching", yours: "Provider, monthly", theirs: "unknown" },
    ]);
  });
});

function figure(over: Partial<MeasurementView>): MeasurementView {
  return {
    id: "1",
    metric: "rto_minutes",
    value: "300",
    unit: "",
    measuredOn: "2026-03-01",
    source: "Restore test",
    note: "",
    recordedBy: null,
    recordedAt: new Date(0),
    ...over,
  };
}

describe("compareMetrics", () => {
  const lineOf = (list: MeasurementView[], target: string | null, movedOn: string | null) =>
    compareMetrics(list, { rto_minutes: target }, movedOn).find((line) => line.metric === "rto_minutes");

  test("is unknown while nothing was measured, never met", () => {
    for (const line of compareMetrics([], {}, null))
      expect(line).toMatchObject({ before: null, after: null, against: "no_target", course: "unknown" });
    expect(lineOf([], "240", null)).toMatchObject({ against: "unknown" });
  });

  test("compares the newest figure with its target", () => {
    const older = figure({ value: "200", measuredOn: "2026-02-01" });
    expect(lineOf([older, figure({})], "240", null)).toMatchObject({
      against: "misses",
      before: { value: "300" },
    });
    expect(lineOf([figure({ value: "240" })], "240", null)).toMatchObject({ against: "meets" });
    expect(
      compareMetrics(
        [figure({ metric: "availability_percent", value: "99.8" })],
        { availability_percent: "99.9" },
        null,
      )[2],
    ).toMatchObject({ against: "misses" });
  });

  test("parts before from after by the day of the move, and says the course", () => {
    const after = figure({ value: "90", measuredOn: "2026-04-02" });
    expect(lineOf([figure({}), after], "240", "2026-04-01")).toMatchObject({
      before: { value: "300" },
      after: { value: "90" },
      against: "meets",
      course: "better",
    });
    expect(lineOf([after], null, "2026-04-01")).toMatchObject({ before: null, course: "unknown" });
  });

  test("does not compare costs of two currencies", () => {
    const cost = (unit: string, measuredOn: string) =>
      figure({ metric: "cost_per_month", unit, measuredOn, value: "10" });
    const lines = compareMetrics([cost("EUR", "2026-01-01"), cost("GBP", "2026-05-01")], {}, "2026-04-01");
    expect(lines.find((line) => line.metric === "cost_per_month")?.course).toBe("unknown");
  });

  test("turning the two sides round turns the course round", () => {
    fc.assert(
      fc.property(fc.constantFrom(...METRICS), fc.nat(1000), fc.nat(1000), (metric, one, other) => {
        const course = (before: number, after: number) =>
          compareMetrics(
            [
              figure({ metric, value: String(before), measuredOn: "2026-01-01" }),
              figure({ metric, value: String(after), measuredOn: "2026-06-01" }),
            ],
            {},
            "2026-04-01",
          ).find((line) => line.metric === metric)?.course;
        const opposite = { better: "worse", worse: "better", same: "same", unknown: "unknown" } as const;
        expect(course(other, one)).toBe(opposite[course(one, other) ?? "unknown"]);
      }),
    );
  });
});

test("figures read as people say them", () => {
  expect(metricWord("rto_minutes", "240")).toBe(formatMinutes(240));
  expect(metricWord("availability_percent", "99.9500")).toBe("99.95 %");
  expect(metricWord("throughput_per_minute", "12400")).toBe("12,400 a minute");
  expect(metricWord("cost_per_month", "3200.5", "EUR")).toBe("EUR 3,200.5 a month");
  expect(plainNumber("0.0000")).toBe("0");
});

describe("remediation", () => {
  test("done and accepted need their reason, what is pending needs none", () => {
    for (const state of REMEDIATION_STATES) {
      const item = newRemediation({ workloadId: "w", kind: "other", title: "Fixed address", state });
      expect(Object.keys(remediationProblems(item))).toEqual(isPending(state) ? [] : ["reason"]);
      expect(remediationProblems({ ...item, reason: "Agreed with the plant" })).toEqual({});
    }
  });

  test("an address is read and written the same, and nonsense falls back", () => {
    const search = remediationSearch({ q: "label", state: "all", sort: "owner", order: "desc", wave: "4" });
    const [, query = ""] = remediationHref("/x", search).split("?");
    expect(remediationSearch(Object.fromEntries(new URLSearchParams(query)))).toEqual(search);
    expect(remediationFilters(search)).toBe(3);
    const plain = remediationSearch({
      state: "nothing",
      sort: "shoe",
      page: "-1",
      owner: "me",
      wave: "x",
      due: "",
    });
    expect(remediationHref("/x", plain)).toBe("/x");
    expect(remediationFilters(plain)).toBe(0);
  });
});
