import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LEVELS, type Level, type Rating, SCORE_LEVELS } from "../model/rating";
import { appetiteLine, appetiteStanding, appetiteVerdict } from "./appetite";
import { changeBlockers, closeBlockers, reopenBlockers } from "./changes";
import { riskCode } from "./codes";
import { ratingWords } from "./scales";
import { asLevel, levelOf, scoreOf } from "./scores";
import { riskSearch } from "./search";
import { naturalOrder, riskHref } from "./search-href";

const level = fc.constantFrom<Level>(...LEVELS);
const maybeLevel = fc.option(level, { nil: null });
const rating: fc.Arbitrary<Rating> = fc.record({ likelihood: maybeLevel, impact: maybeLevel });
const appetite = fc.option(fc.integer({ min: 1, max: 25 }), { nil: null });

describe("scores", () => {
  test.each([
    [1, "very_low"],
    [2, "very_low"],
    [3, "low"],
    [4, "low"],
    [5, "moderate"],
    [9, "moderate"],
    [10, "high"],
    [16, "high"],
    [20, "critical"],
    [25, "critical"],
  ])("%i is %s", (score, word) => {
    expect(levelOf(score)).toBe(word);
  });

  test("the level never falls as the score rises", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 1, max: 25 }), (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(SCORE_LEVELS.indexOf(levelOf(low))).toBeLessThanOrEqual(SCORE_LEVELS.indexOf(levelOf(high)));
      }),
    );
  });

  test("a score needs both halves", () => {
    fc.assert(
      fc.property(rating, (one) => {
        expect(scoreOf(one) === null).toBe(one.likelihood === null || one.impact === null);
      }),
    );
  });

  test("a rating in words says what is unknown", () => {
    expect(ratingWords({ likelihood: 4, impact: 4 })).toBe("Likely × Major, 16, high");
    expect(ratingWords({ likelihood: null, impact: 4 })).toBe("likelihood unknown × Major");
    expect(ratingWords({ likelihood: 1, impact: null })).toBe("Rare × impact unknown");
    expect(ratingWords({ likelihood: null, impact: null })).toBeNull();
  });

  test("only whole levels of the scale are levels", () => {
    expect([0, 1, 5, 6, 2.5, null, undefined].map(asLevel)).toEqual([null, 1, 5, null, null, null, null]);
  });
});

describe("appetite", () => {
  test.each([
    [9, 9, "within"],
    [10, 9, "above"],
    [null, 9, "unknown"],
    [25, null, "unknown"],
    [null, null, "unknown"],
  ])("a score of %s with an appetite of %s is %s", (score, limit, standing) => {
    expect(appetiteStanding(score, limit)).toBe(standing);
  });

  test("taking information away never makes a risk within", () => {
    fc.assert(
      fc.property(rating, appetite, fc.constantFrom("likelihood", "impact"), (one, limit, half) => {
        const less = scoreOf({ ...one, [half]: null });
        expect(appetiteStanding(less, limit)).toBe("unknown");
        expect(appetiteStanding(scoreOf(one), null)).toBe("unknown");
      }),
    );
  });

  test("taking information away never makes a verdict met", () => {
    const risk = fc.record({ rating, appetite });
    fc.assert(
      fc.property(fc.array(risk, { maxLength: 12 }), fc.nat(), (risks, at) => {
        fc.pre(risks.length > 0);
        const poorer = risks.map((one, index) =>
          index === at % risks.length ? { ...one, rating: { likelihood: null, impact: null } } : one,
        );
        if (verdictOf(poorer) === "met") expect(verdictOf(risks)).toBe("met");
        expect(verdictOf(poorer)).not.toBe("met");
      }),
    );
  });

  test("no open risk at all is met", () => {
    expect(appetiteVerdict({ above: 0, unknown: 0 })).toBe("met");
    expect(appetiteVerdict({ above: 1, unknown: 3 })).toBe("not_met");
    expect(appetiteVerdict({ above: 0, unknown: 1 })).toBe("unknown");
  });

  test("the line is never looser than any domain's own appetite", () => {
    const domain = fc.record({ name: fc.string(), appetite });
    fc.assert(
      fc.property(fc.array(domain, { maxLength: 8 }), (domains) => {
        const line = appetiteLine(domains).appetite;
        const stated = domains.flatMap((one) => (one.appetite === null ? [] : [one.appetite]));
        expect(line === null).toBe(stated.length === 0);
        for (const own of stated) expect(line).toBeLessThanOrEqual(own);
      }),
    );
  });

  test("the line says what it stands for", () => {
    expect(appetiteLine([{ name: "Access", appetite: 6 }]).words).toBe(
      "Appetite of Access: a score up to 6.",
    );
    expect(appetiteLine([{ name: "Access", appetite: null }]).words).toContain("Nobody has said");
    const mixed = [
      { name: "A", appetite: 6 },
      { name: "B", appetite: 9 },
      { name: "C", appetite: null },
    ];
    expect(appetiteLine(mixed)).toEqual({
      appetite: 6,
      words: "Strictest appetite: a score up to 6; domains go up to 9. 1 of 3 domains state none.",
    });
    const same = mixed.slice(0, 2).map((one) => ({ ...one, appetite: 9 }));
    expect(appetiteLine(same).words).toBe("Appetite: a score up to 9.");
    expect(appetiteLine([]).words).toBe("No appetite is stated in any domain.");
  });
});

describe("opening and closing", () => {
  const open = { id: "r", code: "R-004", title: "Late file", status: "open" as const };
  const closed = { ...open, status: "closed" as const };

  test("only an open risk changes or closes, only a closed one reopens", () => {
    expect([changeBlockers(open), closeBlockers(open), reopenBlockers(closed)]).toEqual([[], [], []]);
    expect(changeBlockers(closed).map((one) => one.code)).toEqual(["risk.closed"]);
    expect(closeBlockers(closed).map((one) => one.code)).toEqual(["risk.already-closed"]);
    expect(reopenBlockers(open).map((one) => one.code)).toEqual(["risk.already-open"]);
    expect(changeBlockers(closed)[0]?.subject?.label).toBe("R-004 Late file");
  });
});

describe("codes and addresses", () => {
  test("codes have at least three digits", () => {
    expect([1, 42, 999, 1000].map(riskCode)).toEqual(["R-001", "R-042", "R-999", "R-1000"]);
  });

  test("an address that makes no sense is the plain register", () => {
    expect(riskSearch({ l: "9", level: "bad", sort: "x", page: "-1", owner: "me" })).toEqual(riskSearch({}));
    expect(riskHref("/r", riskSearch({}))).toBe("/r");
  });

  test("an address survives being read and written", () => {
    const search = riskSearch({
      l: "4",
      i: "5",
      aspect: "target",
      status: "all",
      page: "2",
      q: "EDI & portals",
    });
    const href = riskHref("/r", search, { page: 2 });
    expect(riskSearch(Object.fromEntries(new URL(href, "http://x").searchParams))).toEqual(search);
  });

  test("a changed filter starts at page 1", () => {
    expect(riskHref("/r", riskSearch({ page: "3" }), { l: 2 })).toBe("/r?l=2");
  });

  test("scores and dates of change start with the largest", () => {
    expect(naturalOrder("score")).toBe("desc");
    expect(naturalOrder("due")).toBe("asc");
  });
});

function verdictOf(risks: readonly { rating: Rating; appetite: number | null }[]) {
  const standings = risks.map((one) => appetiteStanding(scoreOf(one.rating), one.appetite));
  return appetiteVerdict({
    above: standings.filter((one) => one === "above").length,
    unknown: standings.filter((one) => one === "unknown").length,
  });
}
