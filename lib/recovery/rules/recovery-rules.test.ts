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
import { effectiveTargets, isMissing, strictest } from "./effective-target";
import { looserThanBounds, targetBlockers } from "./looser-target";

const minutes = fc.option(fc.nat({ max: 20_000 }), { nil: null }).map(targetMinutes);
const stated = fc.record({ rto: minutes, rpo: minutes });
const WORKLOAD = { type: "workload", id: "w", label: "Tilbury WMS" };

describe("the target that counts", () => {
  test("own, else the strictest process, else tier, else unknown; RTO and RPO apart", () => {
    const own = { rto: targetMinutes(60), rpo: null };
    const tier = { rto: targetMinutes(240), rpo: targetMinutes(0) };
    expect(effectiveTargets(own, [], tier)).toEqual({
      rto: { minutes: 60, from: "own" },
      rpo: { minutes: 0, from: "tier" },
    });
    const picking = { rto: targetMinutes(120), rpo: null };
    const shipping = { rto: targetMinutes(480), rpo: targetMinutes(30) };
    expect(effectiveTargets(null, [shipping, picking], tier)).toEqual({
      rto: { minutes: 120, from: "process" },
      rpo: { minutes: 30, from: "process" },
    });
    expect(effectiveTargets(null, [], null)).toEqual({ rto: null, rpo: null });
  });

  test("what nobody states is unknown, and only that", () => {
    fc.assert(
      fc.property(stated, fc.array(stated, { maxLength: 4 }), stated, (own, processes, tier) => {
        const targets = effectiveTargets(own, processes, tier);
        for (const number of ["rto", "rpo"] as const) {
          const known = [own, ...processes, tier].some((one) => one[number] !== null);
          expect(targets[number] !== null).toBe(known);
        }
      }),
    );
  });

  test("one more process never loosens what its processes ask for", () => {
    fc.assert(
      fc.property(fc.array(stated, { maxLength: 4 }), stated, (processes, more) => {
        const before = strictest(processes);
        const after = strictest([...processes, more]);
        for (const number of ["rto", "rpo"] as const) {
          const was = before[number];
          if (was !== null) expect(after[number]).toBeLessThanOrEqual(was);
        }
      }),
    );
  });

  test("the order of processes does not matter, and one that states nothing changes nothing", () => {
    fc.assert(
      fc.property(fc.array(stated, { maxLength: 4 }), (processes) => {
        expect(strictest([...processes].reverse())).toEqual(strictest(processes));
        expect(strictest([...processes, { rto: null, rpo: null }])).toEqual(strictest(processes));
      }),
    );
  });

  test("one missing number makes the target missing", () => {
    fc.assert(
      fc.property(stated, stated, (own, tier) => {
        const targets = effectiveTargets(own, [], tier);
        expect(isMissing(targets)).toBe(targets.rto === null || targets.rpo === null);
      }),
    );
  });
});

describe("a target looser than what its processes or its tier ask for", () => {
  const tier = { rto: targetMinutes(240), rpo: targetMinutes(15) };
  const none = { rto: null, rpo: null };

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
    const blockers = targetBlockers(own, { process: none, tier }, WORKLOAD);
    expect(blockers.map((one) => one.code)).toEqual(codes);
  });

  test("a process binds like a tier, and is named", () => {
    const own = { rto: targetMinutes(200), rpo: null, reason: "" };
    const process = { rto: targetMinutes(120), rpo: null };
    const [blocker] = targetBlockers(own, { process, tier }, WORKLOAD);
    expect(blocker?.message.replaceAll("\u00a0", " ")).toBe(
      "Tilbury WMS: an RTO of 3 h 20 min is looser than the 2 h of its business process. Give the reason.",
    );
  });

  test("where nobody asks for anything, nothing can be looser", () => {
    fc.assert(
      fc.property(stated, (own) => {
        expect(looserThanBounds(own, { process: none, tier: null })).toEqual([]);
        expect(looserThanBounds(own, { process: none, tier: none })).toEqual([]);
      }),
    );
  });

  test("a tighter target is never refused", () => {
    fc.assert(
      fc.property(stated, stated, (process, loose) => {
        const own = { rto: targetMinutes(0), rpo: targetMinutes(0), reason: "" };
        expect(targetBlockers(own, { process, tier: loose }, WORKLOAD)).toEqual([]);
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
