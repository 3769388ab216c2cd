import { counted, listed } from "@/lib/kernel/text";
import type { GateFacts, SignOffFact, StoodFor } from "../model/facts";
import type { GateScore, JudgedCriterion, JudgedGate, JudgedSeat, SeatState } from "../model/judged";
import { isAttemptClosed } from "./attempt-over";
import { deputyAt } from "./deputies";
import { standingSignOffs } from "./earlier-conditions";
import { evaluateCriteria } from "./evaluate-criteria";
import { snapshotOf } from "./snapshot";

type Options = {
  /** Brought-in signatures count for closed attempts, and while history itself is being brought in. */
  backfilling?: boolean;
};

/**
 * Judges a gate at `now`: it holds when its quorum of holding sign-offs is complete, every criterion is met or validly
 * waived, nobody's standing decision is a decline, and no condition due before the cutover is open. An emergency gate
 * stands in for go/no-go but overrules nobody: while somebody's decline stands there, it does not hold either.
 */
export function judgeGate(facts: GateFacts, now: Date, options: Options = {}): JudgedGate {
  const { snapshot, digest } = snapshotOf(facts);
  const criteria = evaluateCriteria(facts, now);
  const countBackfilled = options.backfilling === true || isAttemptClosed(facts);
  const seats = facts.seats.map((seat) => {
    const signOff = latestOf(facts.signOffs, seat.id, countBackfilled);
    const deputy = deputyAt(facts.deputies, seat, now);
    return { ...seat, signOff, state: seatState(signOff, digest), deputy } satisfies JudgedSeat;
  });
  const score = scoreOf(criteria);
  const approvals = seats.filter((seat) => isApproval(seat.state)).length;
  const openConditions = openConditionsOf(facts, countBackfilled);
  const reasons = [
    ...reasonsAgainst({ facts, score, seats, approvals, openBefore: openConditions.length }),
    ...declinedBeside(facts.standsInFor, countBackfilled),
  ];
  return {
    holds: reasons.length === 0,
    reasons,
    score,
    criteria,
    seats,
    approvals,
    openConditions,
    digest,
    snapshot,
  };
}

function latestOf<Signed extends Pick<SignOffFact, "seatId" | "round" | "backfilled">>(
  signOffs: readonly Signed[],
  seatId: string,
  countBackfilled: boolean,
): Signed | null {
  return signOffs
    .filter((signOff) => signOff.seatId === seatId && (countBackfilled || !signOff.backfilled))
    .reduce<Signed | null>(
      (latest, one) => (latest === null || one.round > latest.round ? one : latest),
      null,
    );
}

/** A decline stands until its seat decides again; an approval stands only on the state it was given on. */
function seatState(signOff: SignOffFact | null, digest: string): SeatState {
  if (signOff === null) return "waiting";
  switch (signOff.decision) {
    case "decline":
      return "declined";
    case "approve":
      return signOff.digest === digest ? "approved" : "stale";
    case "approve_with_conditions":
      return signOff.digest === digest ? "approved_with_conditions" : "stale";
    default:
      return signOff.decision satisfies never;
  }
}

function isApproval(state: SeatState): boolean {
  return state === "approved" || state === "approved_with_conditions";
}

function scoreOf(criteria: readonly JudgedCriterion[]): GateScore {
  const count = (status: JudgedCriterion["status"]) => criteria.filter((one) => one.status === status).length;
  return {
    met: count("met"),
    waived: count("waived"),
    notMet: count("not_met"),
    unknown: count("unknown"),
    total: criteria.length,
  };
}

/**
 * Conditions of everybody's last decision. Whoever signs again settles their own earlier ones; the signature of somebody
 * else in the same seat does not.
 */
function openConditionsOf(facts: GateFacts, countBackfilled: boolean) {
  const counting = facts.signOffs.filter((signOff) => countBackfilled || !signOff.backfilled);
  const standing = standingSignOffs(counting);
  return facts.conditions.filter(
    (condition) =>
      condition.closedAt === null && condition.due === "before_cutover" && standing.has(condition.signOffId),
  );
}

type Judgement = {
  facts: GateFacts;
  score: GateScore;
  seats: readonly JudgedSeat[];
  approvals: number;
  openBefore: number;
};

function reasonsAgainst({ facts, score, seats, approvals, openBefore }: Judgement): string[] {
  const reasons: string[] = [];
  if (facts.workloads.length === 0) reasons.push("The wave holds no workloads.");
  if (score.total === 0) reasons.push("The gate has no criteria.");
  if (score.notMet > 0) reasons.push(`${criteriaAre(score.notMet)} not met.`);
  if (score.unknown > 0) reasons.push(`${criteriaAre(score.unknown)} unknown.`);
  const declined = seats.filter((seat) => seat.state === "declined");
  if (declined.length > 0) reasons.push(`Declined by ${listed(declined.map(signerOf))}.`);
  const stale = seats.filter((seat) => seat.state === "stale");
  if (stale.length > 0) reasons.push(`What ${listed(stale.map(signerOf))} signed has changed since.`);
  if (approvals < facts.gate.quorum) {
    reasons.push(
      `${approvals} of ${counted(facts.gate.quorum, "signature")} ${approvals === 1 ? "holds" : "hold"}.`,
    );
  }
  if (openBefore > 0)
    reasons.push(
      `${counted(openBefore, "condition")} due before the cutover ${openBefore === 1 ? "is" : "are"} open.`,
    );
  return reasons;
}

/** Who declined the gate for which this one stands in and has not decided again, in a sentence. */
function declinedBeside(stoodFor: StoodFor | null, countBackfilled: boolean): string[] {
  if (stoodFor === null) return [];
  const { name, signOffs } = stoodFor;
  const latest = [...new Set(signOffs.map(({ seatId }) => seatId))].map((seatId) =>
    latestOf(signOffs, seatId, countBackfilled),
  );
  const against = latest.flatMap((one) => (one?.decision === "decline" ? [one.userName] : []));
  return against.length === 0 ? [] : [`${name} is declined by ${listed(against)}.`];
}

function criteriaAre(count: number): string {
  return `${counted(count, "criterion", "criteria")} ${count === 1 ? "is" : "are"}`;
}

function signerOf(seat: JudgedSeat): string {
  return seat.signOff?.userName ?? seat.capacity;
}
