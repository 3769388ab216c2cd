import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CUTOVER_PATTERNS, DISPOSITIONS, HOSTINGS, TENANCIES, WORKLOAD_KINDS } from "../model/workload";
import { DECISIONS, type DecisionFacts, missingReasons, objectionsTo, REASON_OF } from "./decisions";
import { newFacts } from "./new-facts";

const none = newFacts({ name: "WMS" });
const oneOf = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: null });
const reason = fc.option(fc.constantFrom("", "cheap", "the contract ends"), { nil: null });
const decided: fc.Arbitrary<DecisionFacts> = fc.record({
  disposition: oneOf(DISPOSITIONS),
  dispositionReason: reason,
  hosting: oneOf(HOSTINGS),
  hostingReason: reason,
  tenancy: oneOf(TENANCIES),
  tenancyReason: reason,
  cutoverPattern: oneOf(CUTOVER_PATTERNS),
  cutoverReason: reason,
});

describe("missingReasons", () => {
  test("asks for a reason where a decision is taken", () => {
    expect(missingReasons(null, { ...none, disposition: "rehost" })).toEqual({
      dispositionReason: "Say why the disposition is “Rehost”.",
    });
    expect(missingReasons(none, { ...none, tenancy: "dedicated", tenancyReason: "the contract" })).toEqual(
      {},
    );
  });

  test("does not take the reason that was given for something else", () => {
    const before = { ...none, hosting: "single_cloud" as const, hostingReason: "cheap" };
    expect(missingReasons(before, { ...before, hosting: "active_active" })).toEqual({
      hostingReason:
        "The reason was given for “One cloud”: say why the hosting is now “Active in two places”.",
    });
  });

  test("lets stand what does not change, and what is taken back", () => {
    fc.assert(
      fc.property(decided, (facts) => {
        expect(missingReasons(facts, facts)).toEqual({});
        expect(missingReasons(facts, none)).toEqual({});
      }),
    );
  });

  test("passes exactly when every new decision has a reason of its own", () => {
    fc.assert(
      fc.property(decided, decided, (before, after) => {
        const expected = DECISIONS.filter(
          (one) =>
            after[one] !== null &&
            after[one] !== before[one] &&
            ((after[REASON_OF[one]] ?? "") === "" ||
              (before[one] !== null && before[REASON_OF[one]] === after[REASON_OF[one]])),
        ).map((one) => REASON_OF[one]);
        expect(Object.keys(missingReasons(before, after)).sort()).toEqual(expected.sort());
      }),
    );
  });
});

describe("objectionsTo", () => {
  const core = { ...none, kind: "erp_core" as const, hosting: "active_active" as const };

  test("argues against two active places for a transactional core that writes in one", () => {
    expect(objectionsTo({ ...core, singleWriter: true })).toMatchObject([
      { decision: "hosting", answer: null },
    ]);
    expect(objectionsTo({ ...core, readWrite: "write_heavy" })).toHaveLength(1);
    expect(
      objectionsTo({ ...core, singleWriter: true, hostingReason: "The regulator asks for it" }),
    ).toMatchObject([{ answer: "The regulator asks for it" }]);
  });

  test("says nothing where it is not known, or where it is no core", () => {
    expect(objectionsTo(core)).toEqual([]);
    expect(objectionsTo({ ...core, kind: "analytics", singleWriter: true })).toEqual([]);
    expect(objectionsTo({ ...core, hosting: "single_cloud", singleWriter: true })).toEqual([]);
  });

  test("flags dual write for a single writer", () => {
    const facts = { ...none, cutoverPattern: "dual_write" as const };
    expect(objectionsTo({ ...facts, singleWriter: true })).toMatchObject([{ decision: "cutoverPattern" }]);
    expect(objectionsTo({ ...facts, singleWriter: null })).toEqual([]);
    expect(objectionsTo({ ...facts, singleWriter: false })).toEqual([]);
  });

  test("objects to what was decided, never to what was not", () => {
    fc.assert(
      fc.property(decided, oneOf(WORKLOAD_KINDS), oneOf([true, false]), (facts, kind, singleWriter) => {
        for (const { decision } of objectionsTo({ ...facts, kind, singleWriter, readWrite: null }))
          expect(facts[decision]).not.toBeNull();
      }),
    );
  });
});
