import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gateFacts, signOff } from "@/prisma/factories/gate-facts";
import type { CriterionFact, GateFacts } from "../model/facts";
import { evaluateCriteria } from "./evaluate-criteria";
import { judgeGate } from "./judge-gate";
import { decisionBlockers, seatFor, signBlockers } from "./sign-blockers";

const NOW = new Date("2027-01-12T15:00:00Z");

function resigned(facts: GateFacts): GateFacts {
  return { ...facts, signOffs: [signOff(facts)] };
}

function statusOf(facts: GateFacts, key: string) {
  return evaluateCriteria(facts, NOW).find((criterion) => criterion.key === key)?.status;
}

describe("criteria", () => {
  const facts = gateFacts();
  const [workload] = facts.workloads;
  if (workload === undefined) throw new Error("the example has workloads");
  const risk = facts.risks.map((one) => one);

  it.each<[string, Partial<GateFacts>, string, string]>([
    ["every owner known", {}, "owners", "met"],
    ["an owner missing", { workloads: [{ ...workload, businessOwnerId: null }] }, "owners", "not_met"],
    ["no workloads", { workloads: [] }, "owners", "unknown"],
    ["no workloads", { workloads: [] }, "targets", "unknown"],
    ["no workloads", { workloads: [] }, "risks", "unknown"],
    ["no workloads", { workloads: [] }, "checklist", "unknown"],
    ["a target missing", { workloads: [{ ...workload, rpoMinutes: null }] }, "targets", "not_met"],
    ["a target of zero loss", { workloads: [{ ...workload, rpoMinutes: 0 }] }, "targets", "met"],
    ["no open risk", { risks: [] }, "risks", "met"],
    ["no risk at all", { risks: [], closedRisks: 0 }, "risks", "unknown"],
    [
      "a risk at the appetite",
      { risks: risk.map((r) => ({ ...r, likelihood: 3, impact: 3 })) },
      "risks",
      "met",
    ],
    ["a risk above it", { risks: risk.map((r) => ({ ...r, likelihood: 5, impact: 4 })) }, "risks", "not_met"],
    ["a risk without a score", { risks: risk.map((r) => ({ ...r, likelihood: null })) }, "risks", "unknown"],
    ["a domain without appetite", { risks: risk.map((r) => ({ ...r, appetite: null })) }, "risks", "unknown"],
    ["an empty checklist", { checklist: [] }, "checklist", "unknown"],
    [
      "an open item",
      { checklist: [{ id: "x", title: "x", state: "open", reason: "" }] },
      "checklist",
      "not_met",
    ],
    [
      "a failed item",
      { checklist: [{ id: "x", title: "x", state: "failed", reason: "no" }] },
      "checklist",
      "not_met",
    ],
    ["no window", { wave: { ...facts.wave, windowStartAt: null, windowEndAt: null } }, "window", "unknown"],
    ["a word", {}, "rollback-rehearsed", "met"],
  ])("with %s", (_name, change, key, expected) => {
    expect(statusOf({ ...facts, ...change }, key)).toBe(expected);
  });

  it("are unknown while nobody has attested, and when nothing computes them", () => {
    const criteria = facts.criteria.map((one) => ({ ...one, attestation: null }));
    expect(statusOf({ ...facts, criteria }, "rollback-rehearsed")).toBe("unknown");
    const odd: CriterionFact = {
      id: "o",
      key: "moon",
      group: "",
      title: "",
      meaning: "",
      source: "computed",
      attestation: null,
      waiver: null,
      evidence: [],
    };
    expect(statusOf({ ...facts, criteria: [odd] }, "moon")).toBe("unknown");
  });

  it("pass by a waiver up to its end and not at it", () => {
    const end = new Date(NOW.getTime() + 1);
    const waiver = { id: "w", grantedById: "m", grantedBy: "Marta", reason: "Low season", expiresAt: end };
    const criteria = facts.criteria.map((one) => ({ ...one, waiver, attestation: null }));
    const of = (now: Date) =>
      evaluateCriteria({ ...facts, criteria }, now).find((one) => one.source === "attested")?.status;
    expect(of(NOW)).toBe("waived");
    expect(of(end)).toBe("unknown");
  });
});

describe("a gate", () => {
  it("holds when the quorum signed what is, and every criterion is met", () => {
    expect(judgeGate(gateFacts(), NOW)).toMatchObject({ holds: true, reasons: [], approvals: 1 });
  });

  it("never holds while a criterion is unknown or not met and nobody waived it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), fc.boolean(), (index, remove) => {
        const facts = gateFacts();
        const broken: GateFacts = {
          ...facts,
          workloads:
            index === 0
              ? []
              : facts.workloads.map((one) => (index === 1 ? { ...one, rtoMinutes: null } : one)),
          risks: index === 2 ? facts.risks.map((one) => ({ ...one, appetite: null })) : facts.risks,
          checklist: index === 3 ? [] : facts.checklist,
          criteria:
            index >= 4 ? facts.criteria.map((one) => ({ ...one, attestation: null })) : facts.criteria,
        };
        const signed = remove ? resigned(broken) : broken;
        expect(judgeGate(signed, NOW).holds).toBe(false);
      }),
    );
  });

  it("does not hold after a decline, until that seat decides again", () => {
    const facts = gateFacts();
    const declined = signOff(facts, { decision: "decline", comment: "Printers", round: 2, id: "so2" });
    const judged = judgeGate({ ...facts, signOffs: [...facts.signOffs, declined] }, NOW);
    expect(judged).toMatchObject({ holds: false, approvals: 0 });
    expect(judged.reasons.join(" ")).toContain("Declined by Helen Brandt");
    const again = signOff(facts, { round: 3, id: "so3" });
    expect(judgeGate({ ...facts, signOffs: [...facts.signOffs, declined, again] }, NOW).holds).toBe(true);
  });

  it("does not hold while a condition due before the cutover is open; one due after does not matter", () => {
    const facts = gateFacts();
    const condition = {
      id: "c",
      signOffId: "so1",
      text: "Label printers tested",
      ownerId: "p",
      owner: "Joost",
      dueOn: "2027-01-15",
      due: "before_cutover" as const,
      closedAt: null,
      evidence: "",
      version: 1,
    };
    expect(judgeGate({ ...facts, conditions: [condition] }, NOW).holds).toBe(false);
    expect(judgeGate({ ...facts, conditions: [{ ...condition, closedAt: NOW }] }, NOW).holds).toBe(true);
    expect(judgeGate({ ...facts, conditions: [{ ...condition, due: "after_cutover" }] }, NOW).holds).toBe(
      true,
    );
    expect(judgeGate({ ...facts, conditions: [{ ...condition, signOffId: "superseded" }] }, NOW).holds).toBe(
      true,
    );
  });

  it("keeps a condition open when somebody else signs in the seat; whoever set it may settle it by signing again", () => {
    const facts = gateFacts();
    const [seat] = facts.seats;
    const first = signOff(facts, { id: "first", decision: "approve_with_conditions", digest: "old" });
    const condition = {
      id: "c",
      signOffId: "first",
      text: "Label printers tested",
      ownerId: "p",
      owner: "Joost",
      dueOn: "2027-01-15",
      due: "before_cutover" as const,
      closedAt: null,
      evidence: "",
      version: 1,
    };
    const again = (userId: string) => ({
      ...facts,
      conditions: [condition],
      signOffs: [first, signOff(facts, { id: "second", seatId: seat?.id ?? "", round: 2, userId })],
    });
    expect(judgeGate(again("somebody else"), NOW).openConditions).toHaveLength(1);
    expect(judgeGate(again(first.userId), NOW).openConditions).toHaveLength(0);
  });

  it("counts a signature brought in from elsewhere for a closed attempt only", () => {
    const facts = gateFacts();
    const backfilled = { ...facts, signOffs: [signOff(facts, { backfilled: true })] };
    expect(judgeGate(backfilled, NOW).holds).toBe(false);
    expect(judgeGate(backfilled, NOW, { backfilling: true }).holds).toBe(true);
    expect(judgeGate({ ...backfilled, wave: { ...facts.wave, state: "closed" } }, NOW).holds).toBe(true);
  });
});

describe("signing", () => {
  const helen = { userId: "helen", role: "business_owner" } as const;
  const marta = { userId: "marta", role: "executive" } as const;

  function blockers(facts: GateFacts, signer: Parameters<typeof signBlockers>[2]) {
    return signBlockers(facts, judgeGate(facts, NOW), signer).map((violation) => violation.code);
  }

  it("is open to who is asked, by name or by role", () => {
    expect(blockers(gateFacts(), helen)).toEqual([]);
    expect(blockers(gateFacts(), marta)).toEqual([]);
  });

  it("is closed to others, with the reason", () => {
    const facts = gateFacts();
    expect(blockers(facts, { userId: "x", role: "auditor" })).toEqual(["role"]);
    expect(blockers(facts, { userId: "joost", role: "business_owner" })).toEqual(["not-asked"]);
    expect(blockers(facts, { userId: "priya", role: "platform_engineer" })).toEqual(["duties"]);
    const taken = {
      ...facts,
      signOffs: [
        ...facts.signOffs,
        signOff(facts, { id: "so2", seatId: "s2", userId: "marta", role: "executive" }),
      ],
    };
    expect(blockers(taken, { userId: "other", role: "executive" })).toEqual(["seat-taken"]);
    expect(blockers({ ...facts, wave: { ...facts.wave, state: "cutting_over" } }, helen)).toEqual([
      "decided",
    ]);
    expect(blockers({ ...facts, wave: { ...facts.wave, attempt: 2 } }, helen)).toEqual(["attempt-over"]);
  });

  it("does not let who changed roles sign again in the seat of the role they had", () => {
    const facts = gateFacts();
    const signed = facts.signOffs[0];
    if (signed === undefined) throw new Error("the example is signed");
    const stale = { ...facts, signOffs: [{ ...signed, digest: "another" }] };
    expect(blockers(stale, { userId: signed.userId, role: signed.role })).toEqual([]);
    expect(blockers(stale, { userId: signed.userId, role: "program_manager" })).toEqual(["not-asked"]);
  });

  it("asks for words to decline and for conditions to approve with them, and refuses the same again", () => {
    const facts = gateFacts();
    const seat = seatFor(judgeGate(facts, NOW).seats, helen);
    if (seat === null) throw new Error("Helen is asked");
    const codes = (decision: Parameters<typeof decisionBlockers>[2]) =>
      decisionBlockers(seat, helen, decision).map((violation) => violation.code);
    expect(codes({ decision: "decline", comment: " ", conditions: [] })).toEqual(["comment"]);
    expect(codes({ decision: "decline", comment: "No", conditions: [] })).toEqual([]);
    expect(codes({ decision: "approve_with_conditions", comment: "", conditions: [] })).toEqual([
      "conditions",
    ]);
    expect(codes({ decision: "approve", comment: "", conditions: [] })).toEqual(["signed"]);
  });
});
