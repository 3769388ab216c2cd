import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LEVELS, type Level } from "../model/rating";
import { byWorst, type HeatGroup, type HeatHead, heatCells, isCertain } from "./heat";
import { heatHref, heatSearch } from "./heat-search";

type Standing = "above" | "accepted" | "within" | "unknown";

/** A risk as a heatmap sees it; null and an empty list are unknown, an owner is seen by none. */
type Seen = {
  domain: string | null;
  /** Null: something it touches, of which nobody has said where it stands. */
  places: readonly (string | null)[];
  level: Level | null;
  older: boolean;
  standing: Standing;
  owner: string | null;
};

const DOMAINS: HeatHead[] = ["a", "b", "c"].map((key) => ({ key, label: key }));
const PLACES: HeatHead[] = ["1", "2", "3"].map((key) => ({ key, label: key }));
const ROWS = [...DOMAINS, { key: null, label: "No domain" }];
const COLUMNS = [...PLACES, { key: null, label: "No wave" }];

const seen: fc.Arbitrary<Seen> = fc.record({
  domain: fc.option(fc.constantFrom("a", "b", "c"), { nil: null }),
  places: fc.uniqueArray(fc.constantFrom("1", "2", "3"), { maxLength: 3 }),
  level: fc.option(fc.constantFrom<Level>(...LEVELS), { nil: null }),
  older: fc.boolean(),
  standing: fc.constantFrom<Standing>("above", "accepted", "within", "unknown"),
  owner: fc.option(fc.constantFrom("Priya", "Joost"), { nil: null }),
});

/** Everything somebody may take away from what is known of a risk. */
const LESS: Record<string, (risk: Seen) => Seen> = {
  score: (risk) => ({ ...risk, level: null, standing: "unknown" }),
  "newer score": (risk) => ({ ...risk, older: true }),
  domain: (risk) => ({ ...risk, domain: null, standing: "unknown" }),
  "every wave, or criticality": (risk) => ({ ...risk, places: [] }),
  "criticality of one workload": (risk) => ({
    ...risk,
    places: [...new Set([...risk.places.slice(1), null])],
  }),
  acceptance: (risk) => ({ ...risk, standing: risk.standing === "accepted" ? "above" : risk.standing }),
  owner: (risk) => ({ ...risk, owner: null }),
};

function groupsOf(risks: readonly Seen[]): HeatGroup[] {
  const found = new Map<string, HeatGroup>();
  for (const risk of risks) {
    for (const column of risk.places.length === 0 ? [null] : risk.places) {
      const key = JSON.stringify([risk.domain, column]);
      const none = { count: 0, worst: null, unscored: 0, older: 0, above: 0, accepted: 0 };
      const group = found.get(key) ?? { ...none, row: risk.domain, column };
      const older = risk.level !== null && risk.older;
      const level = older ? null : risk.level;
      found.set(key, {
        ...group,
        count: group.count + 1,
        worst: level !== null && level > (group.worst ?? 0) ? level : group.worst,
        unscored: group.unscored + (risk.level === null ? 1 : 0),
        older: group.older + (older ? 1 : 0),
        above: group.above + (risk.standing === "above" ? 1 : 0),
        accepted: group.accepted + (risk.standing === "accepted" ? 1 : 0),
      });
    }
  }
  return [...found.values()];
}

const cellsOf = (risks: readonly Seen[]) => heatCells(groupsOf(risks), ROWS, COLUMNS);

describe("a heatmap", () => {
  test.each(Object.entries(LESS))("taking away the %s makes no cell look better", (_what, less) => {
    fc.assert(
      fc.property(fc.array(seen, { minLength: 1, maxLength: 12 }), (risks) => {
        const [first, ...rest] = risks;
        if (first === undefined) return;
        const before = cellsOf(risks);
        const after = cellsOf([less(first), ...rest]);
        after.forEach((cell, at) => {
          const was = before[at];
          if (was === undefined) throw new Error("the cells differ");
          expect(cell.bound).toBeGreaterThanOrEqual(was.bound);
          // what was shown as certainly better than this is not certain any more
          if (isCertain(cell)) expect(cell.worst ?? 0).toBeGreaterThanOrEqual(was.worst ?? 0);
        });
      }),
      { numRuns: 150 },
    );
  });

  test("taking an acceptance away leaves no cell with fewer above appetite", () => {
    fc.assert(
      fc.property(fc.array(seen, { minLength: 1, maxLength: 12 }), (risks) => {
        const before = cellsOf(risks);
        const after = cellsOf(risks.map((risk) => LESS.acceptance?.(risk) ?? risk));
        after.forEach((cell, at) => {
          expect(cell.above).toBe((before[at]?.above ?? 0) + (before[at]?.accepted ?? 0));
        });
      }),
    );
  });

  test("loses no risk and shows no more than there are", () => {
    fc.assert(
      fc.property(fc.array(seen, { maxLength: 20 }), (risks) => {
        const places = risks.reduce((sum, { places }) => sum + Math.max(1, places.length), 0);
        expect(cellsOf(risks).reduce((sum, cell) => sum + cell.count, 0)).toBe(places);
        for (const cell of cellsOf(risks)) expect(cell.count + cell.may).toBeLessThanOrEqual(places);
      }),
    );
  });

  test("nothing known and nothing open is 0 for certain; an unplaced risk leaves every cell in doubt", () => {
    expect(cellsOf([]).every((cell) => cell.bound === 0 && isCertain(cell))).toBe(true);
    const lost: Seen = {
      domain: null,
      places: [],
      level: null,
      older: false,
      standing: "unknown",
      owner: null,
    };
    expect(cellsOf([lost]).every((cell) => cell.bound === 6 && !isCertain(cell))).toBe(true);
  });

  test("is listed with what may be the worst first", () => {
    const cell = (bound: 0 | Level | 6, worst: Level | null, count: number, unscored = 0) => ({
      bound,
      worst,
      count,
      unscored,
      older: 0,
    });
    const list = [
      cell(0, null, 0),
      cell(3, 3, 9),
      cell(6, 4, 1),
      cell(6, null, 1, 1),
      cell(6, 5, 2, 1),
      cell(5, 5, 1),
    ];
    expect([...list].sort(byWorst)).toEqual([
      cell(6, 5, 2, 1),
      cell(6, null, 1, 1),
      cell(6, 4, 1),
      cell(5, 5, 1),
      cell(3, 3, 9),
      cell(0, null, 0),
    ]);
  });
});

test("the address of a heatmap reads back as it was written; nonsense is left out", () => {
  const search = heatSearch({ by: "wave", aspect: "target", since: "2026-11-01", sort: "count" });
  expect(heatHref("/h", search)).toBe("/h?by=wave&aspect=target&since=2026-11-01&sort=count");
  expect(heatSearch({ by: "x", aspect: ["no"], since: "0000-00-00", sort: "" })).toEqual({
    by: "score",
    aspect: "current",
    sort: "worst",
  });
});
