import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gateFacts } from "@/prisma/factories/gate-facts";
import type { AcceptanceFact, GateFacts, RiskFact } from "../model/facts";
import { risksWithin } from "./risk-criterion";

const END = new Date("2026-12-03T18:00:00Z");
const BEFORE = new Date(END.getTime() - 1);
const ACCEPTED: AcceptanceFact = {
  id: "a1",
  decision: "accepted",
  decidedAt: new Date("2026-11-20T09:00:00Z"),
  revokedAt: null,
  expiresAt: END,
  upToScore: 16,
  acceptedBy: "Helen Brandt",
  zone: "Europe/London",
};
const RISK: RiskFact = {
  id: "r12",
  code: "R-012",
  title: "Labels stop",
  likelihood: 4,
  impact: 4,
  appetite: 9,
  domain: "Integration",
  acceptances: [ACCEPTED],
};

function withRisks(risks: readonly RiskFact[], closedRisks = 0): GateFacts {
  return { ...gateFacts(), risks, closedRisks };
}

describe("the criterion on risks", () => {
  it("lets an accepted risk pass and says who lives with it until when", () => {
    const found = risksWithin(withRisks([RISK]), BEFORE);
    expect(found.result).toBe("met");
    expect(found.finding).toBe(
      "1 open risk; R-012 stands at 16, appetite 9, accepted by Helen Brandt until 3 Dec 2026, 18:00.",
    );
    expect(found.subjects).toMatchObject([{ id: "R-012" }]);
  });

  it("is not met at the very instant at which the acceptance ends", () => {
    expect(risksWithin(withRisks([RISK]), END)).toMatchObject({
      result: "not_met",
      finding: "1 open risk above appetite: R-012 stands at 16, appetite 9.",
    });
  });

  it("is not met when the score rises above what was accepted", () => {
    expect(risksWithin(withRisks([{ ...RISK, impact: 5 }]), BEFORE).result).toBe("not_met");
  });

  it("is unknown where no risk was ever recorded, and met where somebody looked", () => {
    expect(risksWithin(withRisks([]), BEFORE)).toMatchObject({
      result: "unknown",
      finding:
        "No risk is recorded for this wave or its workloads: nobody has looked, or nobody wrote it down.",
    });
    expect(risksWithin(withRisks([], 1), BEFORE).result).toBe("met");
  });

  it("never turns met by taking a score, its scale, an appetite or an acceptance away", () => {
    const level = fc.option(fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const), {
      nil: null,
    });
    const risk = fc.record({
      likelihood: level,
      impact: level,
      appetite: fc.option(fc.integer({ min: 1, max: 25 }), { nil: null }),
      acceptances: fc.constantFrom([], [ACCEPTED], [{ ...ACCEPTED, upToScore: 25 }]),
    });
    const less = fc.constantFrom<Partial<RiskFact>>(
      { likelihood: null },
      { impact: null },
      { appetite: null },
      { acceptances: [] },
      { older: true },
    );
    const now = fc.constantFrom(BEFORE, END);
    fc.assert(
      fc.property(
        fc.array(risk, { minLength: 1, maxLength: 5 }),
        less,
        fc.nat(),
        now,
        (some, change, at, when) => {
          const risks = some.map((one, index) => ({ ...RISK, ...one, id: `r${index}`, code: `R-${index}` }));
          const poorer = risks.map((one, index) =>
            index === at % risks.length ? { ...one, ...change } : one,
          );
          const rank = { met: 0, not_met: 1, unknown: 1 } as const;
          expect(rank[risksWithin(withRisks(poorer), when).result]).toBeGreaterThanOrEqual(
            rank[risksWithin(withRisks(risks), when).result],
          );
        },
      ),
    );
  });
});
