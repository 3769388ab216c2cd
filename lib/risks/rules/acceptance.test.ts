import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { resolveLocal } from "@/lib/kernel/time";
import type { AcceptanceTerms } from "../model/acceptance";
import type { AppetiteStanding, Score } from "../model/rating";
import { acceptanceInForce, acceptanceState, readExpiry } from "./acceptance";
import { decideBlockers, decisionBlockers, proposeBlockers, revokeBlockers } from "./acceptance-blockers";
import { appetiteStanding, appetiteVerdict } from "./appetite";

const NOW = new Date("2026-12-01T12:00:00Z");
const FOREVER = new Date("9999-01-01T00:00:00Z");
const TERMS: AcceptanceTerms = {
  decision: "accepted",
  decidedAt: new Date("2026-11-20T09:00:00Z"),
  revokedAt: null,
  expiresAt: new Date("2026-12-03T18:00:00Z"),
  upToScore: 16,
};

const instant = fc.date({ min: new Date("2026-01-01"), max: new Date("2028-01-01"), noInvalidDate: true });
const score = fc.option(fc.integer({ min: 1, max: 25 }), { nil: null });
const terms: fc.Arbitrary<AcceptanceTerms> = fc
  .record({
    decision: fc.constantFrom("accepted" as const, "refused" as const, null),
    at: instant,
    revokedAt: fc.option(instant, { nil: null, freq: 4 }),
    expiresAt: instant,
    upToScore: fc.integer({ min: 1, max: 25 }),
  })
  .map(({ at, ...one }) => ({ ...one, decidedAt: one.decision === null ? null : at }));

describe("an acceptance", () => {
  test.each<[string, Partial<AcceptanceTerms>, Score | null, string]>([
    ["accepted", {}, 16, "in_force"],
    ["of a score that it covers", {}, 3, "in_force"],
    ["of a score that rose", {}, 20, "outgrown"],
    ["of a score that nobody knows any more", {}, null, "outgrown"],
    ["that ends now", { expiresAt: NOW }, 16, "expired"],
    ["that ends in a millisecond", { expiresAt: new Date(NOW.getTime() + 1) }, 16, "in_force"],
    ["decided now", { decidedAt: NOW }, 16, "in_force"],
    ["decided later", { decidedAt: new Date(NOW.getTime() + 1) }, 16, "proposed"],
    ["that nobody decided", { decision: null, decidedAt: null }, 16, "proposed"],
    ["that nobody decided in time", { decision: null, decidedAt: null, expiresAt: NOW }, 16, "lapsed"],
    ["refused", { decision: "refused" }, 16, "refused"],
    ["revoked", { revokedAt: NOW }, 16, "revoked"],
  ])("%s is %#", (_name, change, current, state) => {
    expect(acceptanceState({ ...TERMS, ...change }, current, NOW)).toBe(state);
  });

  test("of several the one that lasts longest is named", () => {
    const longer = { ...TERMS, expiresAt: new Date("2027-01-01T00:00:00Z") };
    expect(acceptanceInForce([TERMS, longer], 16, NOW)).toBe(longer);
    expect(acceptanceInForce([longer, TERMS], 16, NOW)).toBe(longer);
    expect(acceptanceInForce([], 16, NOW)).toBeNull();
  });

  test("is in force from its decision up to its end and not a millisecond longer", () => {
    fc.assert(
      fc.property(terms, fc.integer({ min: 1, max: 25 }), instant, (one, current, now) => {
        const decidedAt = one.decidedAt ?? FOREVER;
        const plain = one.decision === "accepted" && one.revokedAt === null;
        const covered = plain && decidedAt <= now && now < one.expiresAt && current <= one.upToScore;
        expect(acceptanceState(one, current, now) === "in_force").toBe(covered);
      }),
    );
  });
});

/** The worse the higher. What is unknown is as bad as what is above. */
const BADNESS: Record<AppetiteStanding, number> = { within: 0, accepted: 1, above: 2, unknown: 2 };

describe("taking information away", () => {
  const risk = fc.record({ score, appetite: score, acceptances: fc.array(terms, { maxLength: 3 }) });
  type Risk = { score: Score | null; appetite: Score | null; acceptances: readonly AcceptanceTerms[] };

  const poorerBy: ((one: Risk, at: number) => Risk)[] = [
    (one) => ({ ...one, score: null }),
    (one) => ({ ...one, appetite: null }),
    (one, at) => ({ ...one, acceptances: one.acceptances.filter((_, index) => index !== at) }),
    (one) => ({ ...one, acceptances: [] }),
    (one) => ({
      ...one,
      acceptances: one.acceptances.map((a) => ({ ...a, decision: null, decidedAt: null })),
    }),
  ];
  const standing = (one: Risk, now: Date) =>
    appetiteStanding(one.score, one.appetite, acceptanceInForce(one.acceptances, one.score, now) !== null);

  test("never makes a standing look better", () => {
    fc.assert(
      fc.property(risk, fc.constantFrom(...poorerBy), fc.nat({ max: 2 }), instant, (one, less, at, now) => {
        expect(BADNESS[standing(less(one, at), now)]).toBeGreaterThanOrEqual(BADNESS[standing(one, now)]);
      }),
    );
  });

  test("never turns the verdict on a set of risks into met", () => {
    const verdict = (risks: readonly Risk[], now: Date) => {
      const all = risks.map((one) => standing(one, now));
      const count = (word: AppetiteStanding) => all.filter((one) => one === word).length;
      return appetiteVerdict({ above: count("above"), unknown: count("unknown") });
    };
    const several = fc.array(risk, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(several, fc.constantFrom(...poorerBy), fc.nat(), instant, (risks, less, at, now) => {
        const poorer = risks.map((one, index) => (index === at % risks.length ? less(one, at % 3) : one));
        if (verdict(poorer, now) === "met") expect(verdict(risks, now)).toBe("met");
      }),
    );
  });

  test("an acceptance never makes a risk within, nor judges what cannot be judged", () => {
    expect(appetiteStanding(16, 9, true)).toBe("accepted");
    expect(appetiteStanding(9, 9, true)).toBe("within");
    expect(appetiteStanding(null, 9, true)).toBe("unknown");
    expect(appetiteStanding(16, null, true)).toBe("unknown");
  });
});

describe("the end of an acceptance, by the clocks", () => {
  const read = (expiresLocal: string, zone: string, fold?: "earlier" | "later") =>
    readExpiry({ expiresLocal, zone, fold }, NOW);

  test.each([
    ["2027-03-28T00:30", "Europe/London", "2027-03-28T00:30:00.000Z"],
    ["2027-03-28T02:30", "Europe/London", "2027-03-28T01:30:00.000Z"],
    ["2027-03-28T03:00", "Europe/Amsterdam", "2027-03-28T01:00:00.000Z"],
    ["2027-10-31T00:30", "Europe/London", "2027-10-30T23:30:00.000Z"],
    ["2027-10-31T02:30", "Europe/London", "2027-10-31T02:30:00.000Z"],
    ["2027-03-14T03:00", "America/New_York", "2027-03-14T07:00:00.000Z"],
  ])("%s in %s is %s, and acts at exactly that instant", (local, zone, instantText) => {
    const answer = read(local, zone);
    expect(answer).toEqual({ ok: true, at: new Date(instantText) });
    if (!answer.ok) return;
    const one = { ...TERMS, expiresAt: answer.at };
    expect(acceptanceState(one, 16, new Date(answer.at.getTime() - 1))).toBe("in_force");
    expect(acceptanceState(one, 16, answer.at)).toBe("expired");
  });

  test("a time that the clocks skip is refused", () => {
    expect(read("2027-03-28T01:30", "Europe/London")).toMatchObject({ ok: false });
    expect(
      readExpiry({ expiresLocal: "2026-03-29T01:30", zone: "Europe/London" }, new Date(0)),
    ).toMatchObject({
      ok: false,
      message: expect.stringContaining("does not exist"),
    });
    const summer = readExpiry({ expiresLocal: "2026-03-29T02:30", zone: "Europe/London" }, new Date(0));
    expect(summer).toEqual({ ok: true, at: new Date("2026-03-29T01:30:00Z") });
  });

  test("a time that comes twice asks which, and each is an hour from the other", () => {
    expect(read("2027-10-31T01:30", "Europe/London")).toMatchObject({
      message: expect.stringContaining("comes twice"),
    });
    expect(read("2027-10-31T01:30", "Europe/London", "earlier")).toEqual({
      ok: true,
      at: new Date("2027-10-31T00:30:00Z"),
    });
    expect(read("2027-10-31T01:30", "Europe/London", "later")).toEqual({
      ok: true,
      at: new Date("2027-10-31T01:30:00Z"),
    });
  });

  test("what is over, malformed or beyond any plan is refused", () => {
    for (const local of ["2026-12-01T12:00", "2027-02-30T10:00", "soon", "2203-01-01T10:00"])
      expect(read(local, "Europe/London")).toMatchObject({ ok: false });
  });

  test("any minute of any zone that exists once is kept exactly", () => {
    const zones = ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"];
    const minute = fc.integer({ min: 0, max: 2 * 366 * 24 * 60 });
    fc.assert(
      fc.property(minute, fc.constantFrom(...zones), (offset, zone) => {
        const local = new Date(Date.UTC(2026, 0, 1) + offset * 60_000).toISOString().slice(0, 16);
        const found = resolveLocal(local, zone);
        const answer = readExpiry({ expiresLocal: local, zone }, new Date(0));
        expect(answer.ok).toBe(found.kind === "instant");
        if (!answer.ok || found.kind !== "instant") return;
        const one = { ...TERMS, decidedAt: new Date(0), expiresAt: answer.at };
        expect(acceptanceState(one, 1, new Date(found.at.getTime() - 1))).toBe("in_force");
        expect(acceptanceState(one, 1, found.at)).toBe("expired");
      }),
    );
  });
});

describe("who may do what when", () => {
  const risk = {
    id: "r",
    code: "R-012",
    title: "Labels stop",
    status: "open" as const,
    score: 16,
    appetite: 9,
    ownerUserId: "owner",
    older: false,
  };
  const proposal = { ...TERMS, decision: null, decidedAt: null, proposedById: "priya" };
  const codes = (violations: readonly { code: string }[]) => violations.map(({ code }) => code);

  test("only an open risk known to stand above appetite is proposed, one proposal at a time", () => {
    expect(codes(proposeBlockers(risk, [], NOW))).toEqual([]);
    expect(codes(proposeBlockers(risk, [TERMS], NOW))).toEqual([]);
    expect(codes(proposeBlockers(risk, [proposal], NOW))).toEqual(["acceptance.open"]);
    expect(codes(proposeBlockers(risk, [proposal], TERMS.expiresAt))).toEqual([]);
    expect(codes(proposeBlockers({ ...risk, status: "closed" }, [], NOW))).toEqual(["risk.closed"]);
    expect(codes(proposeBlockers({ ...risk, score: null }, [], NOW))).toEqual(["risk.unscored"]);
    expect(codes(proposeBlockers({ ...risk, appetite: null }, [], NOW))).toEqual(["risk.no-appetite"]);
    expect(codes(proposeBlockers({ ...risk, score: 9 }, [], NOW))).toEqual(["risk.within"]);
    expect(codes(proposeBlockers({ ...risk, older: true }, [], NOW))).toEqual(["risk.older-scale"]);
  });

  test("neither proposer nor owner decides, nobody twice or too late", () => {
    const decide = (userId: string, one = proposal as Parameters<typeof decideBlockers>[0], now = NOW) =>
      codes(decideBlockers(one, risk, { userId }, now));
    expect(decide("marta")).toEqual([]);
    expect(decide("priya")).toEqual(["acceptance.proposer"]);
    expect(decide("owner")).toEqual(["acceptance.owner"]);
    expect(decide("marta", { ...proposal, ...TERMS })).toEqual(["acceptance.decided"]);
    expect(decide("marta", proposal, TERMS.expiresAt)).toEqual(["acceptance.lapsed"]);
    expect(codes(decideBlockers(proposal, { ...risk, status: "closed" }, { userId: "marta" }, NOW))).toEqual([
      "risk.closed",
    ]);
  });

  test("refusing needs words; accepting needs a score that is covered", () => {
    const judge = (decision: "accepted" | "refused", comment: string, current: number | null = 16) =>
      codes(decisionBlockers(proposal, { ...risk, score: current }, { decision, comment }));
    expect(judge("refused", "")).toEqual(["acceptance.comment"]);
    expect(judge("refused", "Treat it")).toEqual([]);
    expect(judge("accepted", "")).toEqual([]);
    expect(judge("accepted", "", 20)).toEqual(["acceptance.outgrown"]);
    const older = { ...risk, older: true };
    expect(codes(decisionBlockers(proposal, older, { decision: "accepted", comment: "" }))).toEqual([
      "risk.older-scale",
    ]);
    expect(codes(decisionBlockers(proposal, older, { decision: "refused", comment: "No" }))).toEqual([]);
    expect(judge("accepted", "", null)).toEqual(["acceptance.outgrown"]);
    expect(judge("refused", "It rose", 20)).toEqual([]);
  });

  test("only what was accepted and lasts is revoked", () => {
    const revoke = (change: Partial<AcceptanceTerms>, current = 16) =>
      codes(revokeBlockers({ ...TERMS, ...change }, { ...risk, score: current }, NOW));
    expect(revoke({})).toEqual([]);
    expect(revoke({}, 20)).toEqual([]);
    expect(revoke({ expiresAt: NOW })).toEqual(["acceptance.expired"]);
    expect(revoke({ revokedAt: NOW })).toEqual(["acceptance.revoked"]);
    expect(revoke({ decision: "refused" })).toEqual(["acceptance.refused"]);
    expect(revoke({ decision: null, decidedAt: null })).toEqual(["acceptance.undecided"]);
  });
});
