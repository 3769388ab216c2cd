import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import {
  type ClaimedMinutes,
  claimedMinutes,
  type ProvenMinutes,
  provenMinutes,
  type TargetMinutes,
  targetMinutes,
} from "../model";
import { effectiveTargets, isMissing } from "./effective-target";
import { looserThanTier, targetBlockers } from "./looser-target";

const minutes = fc.option(fc.nat({ max: 20_000 }), { nil: null }).map(targetMinutes);
const stated = fc.record({ rto: minutes, rpo: minutes });
const WORKLOAD = { type: "workload", id: "w", label: "Tilbury WMS" };

describe("the target that counts", () => {
  test("own, else tier, else unknown; RTO and RPO apart", () => {
    const own = { rto: targetMinutes(60), rpo: null };
    const tier = { rto: targetMinutes(240), rpo: targetMinutes(0) };
    expect(effectiveTargets(own, tier)).toEqual({
      rto: { minutes: 60, from: "own" },
      rpo: { minutes: 0, from: "tier" },
    });
    expect(effectiveTargets(null, null)).toEqual({ rto: null, rpo: null });
  });

  test("taking a number away never makes a target appear", () => {
    fc.assert(
      fc.property(stated, stated, (own, tier) => {
        for (const number of ["rto", "rpo"] as const) {
          const before = effectiveTargets(own, tier)[number];
          expect(
            effectiveTargets({ ...own, [number]: null }, { ...tier, [number]: null })[number],
          ).toBeNull();
          expect(before === null).toBe(own[number] === null && tier[number] === null);
        }
      }),
    );
  });

  test("one missing number makes the target missing", () => {
    fc.assert(
      fc.property(stated, stated, (own, tier) => {
        const targets = effectiveTargets(own, tier);
        expect(isMissing(targets)).toBe(targets.rto === null || targets.rpo === null);
      }),
    );
  });
});

describe("a target looser than the tier's", () => {
  const tier = { rto: targetMinutes(240), rpo: targetMinutes(15) };

  test.each([
    [{ rto: targetMinutes(240), rpo: targetMinutes(15), reason: "" }, []],
    [{ rto: targetMinutes(241), rpo: null, reason: "" }, ["recovery.looser-without-reason"]],
    [
      { rto: targetMinutes(300), rpo: targetMinutes(60), reason: " " },
      ["recovery.looser-without-reason", "recovery.looser-without-reason"],
    ],
    [{ rto: targetMinutes(300), rpo: null, reason: "Batch, runs at night" }, []],
    [{ rto: null, rpo: null, reason: "Why" }, ["recovery.states-nothing"]],
  ])("%o", (own, codes) => {
    expect(targetBlockers(own, tier, WORKLOAD).map((one) => one.code)).toEqual(codes);
  });

  test("without a tier, or where it is silent, nothing can be looser", () => {
    fc.assert(
      fc.property(stated, (own) => {
        expect(looserThanTier(own, null)).toEqual([]);
        expect(looserThanTier(own, { rto: null, rpo: null })).toEqual([]);
      }),
    );
  });

  test("a tighter target is never refused for the tier's sake", () => {
    fc.assert(
      fc.property(stated, (loose) => {
        const own = { rto: targetMinutes(0), rpo: targetMinutes(0), reason: "" };
        expect(targetBlockers(own, loose, WORKLOAD)).toEqual([]);
      }),
    );
  });
});

test("a target, a claim and a measurement are not the same thing", () => {
  expectTypeOf<TargetMinutes>().not.toExtend<ClaimedMinutes>();
  expectTypeOf<TargetMinutes>().not.toExtend<ProvenMinutes>();
  expectTypeOf(provenMinutes(null)).toExtend<number | null>();
  expect([claimedMinutes(null), provenMinutes(null)]).toEqual([null, null]);
});
