import type { Violation } from "@/lib/kernel/violations";
import type { Acceptance, AcceptanceTerms } from "../model/acceptance";
import type { Score } from "../model/rating";
import type { RiskStatus } from "../model/risk";
import { acceptanceState } from "./acceptance";

type Judged = {
  id: string;
  code: string;
  title: string;
  status: RiskStatus;
  score: Score | null;
  appetite: Score | null;
  /** The current score was given in a scale that is not in use any more. */
  older: boolean;
};

/**
 * Why nobody may propose now to accept a risk: only an open one, known to stand above appetite in the scale in use, one
 * proposal at a time.
 */
export function proposeBlockers(
  risk: Judged,
  acceptances: readonly AcceptanceTerms[],
  now: Date,
): Violation[] {
  const { code, score, appetite } = risk;
  if (risk.status === "closed")
    return [violation(risk, "risk.closed", `${code} is closed: there is nothing left to accept.`)];
  if (score === null)
    return [violation(risk, "risk.unscored", `${code} has no current score: nobody knows what to accept.`)];
  if (appetite === null) {
    const message = `No appetite is stated for ${code}: until it is, nothing stands above it.`;
    return [violation(risk, "risk.no-appetite", message)];
  }
  if (risk.older) return [violation(risk, "risk.older-scale", `${olderWords(risk)}, then propose.`)];
  if (score <= appetite) {
    const message = `${code} stands at ${score}, within the appetite of ${appetite}: it needs no acceptance.`;
    return [violation(risk, "risk.within", message)];
  }
  if (acceptances.some((one) => acceptanceState(one, score, now) === "proposed"))
    return [violation(risk, "acceptance.open", `A proposal for ${code} waits for a decision already.`)];
  return [];
}

type Decider = { userId: string };
type Asked = AcceptanceTerms & Pick<Acceptance, "proposedById">;

/** Why this executive may not decide on a proposal now: neither its proposer nor the risk's owner does, and only once. */
export function decideBlockers(
  acceptance: Asked,
  risk: Judged & { ownerUserId: string | null },
  decider: Decider,
  now: Date,
): Violation[] {
  const own = ownPart(acceptance, risk, decider);
  if (own !== null) return [own];
  if (acceptance.decision !== null)
    return [violation(risk, "acceptance.decided", "This proposal has been decided already.")];
  if (acceptanceState(acceptance, risk.score, now) === "withdrawn")
    return [violation(risk, "acceptance.withdrawn", "This proposal was taken back by its proposer.")];
  if (acceptanceState(acceptance, risk.score, now) === "lapsed")
    return [violation(risk, "acceptance.lapsed", "The time that was asked for is over; propose anew.")];
  if (risk.status === "closed")
    return [violation(risk, "risk.closed", `${risk.code} is closed: there is nothing left to accept.`)];
  return [];
}

/** Why this decision may not be recorded as it is written. */
export function decisionBlockers(
  acceptance: AcceptanceTerms,
  risk: Judged,
  { decision, comment }: { decision: "accepted" | "refused"; comment: string },
): Violation[] {
  if (decision === "refused")
    return comment === "" ? [violation(risk, "acceptance.comment", "Say why you refuse.")] : [];
  if (acceptance.otherScale === true) {
    const message = `${risk.code} was scored in another scale than the proposal speaks of. It can only be refused.`;
    return [violation(risk, "acceptance.other-scale", message)];
  }
  if (risk.older) {
    const message = `${olderWords(risk)}, and let it be proposed anew. It can only be refused.`;
    return [violation(risk, "risk.older-scale", message)];
  }
  if (risk.score !== null && risk.score <= acceptance.upToScore) return [];
  const stands = risk.score === null ? "has no current score" : `stands at ${risk.score} by now`;
  const message = `${risk.code} ${stands}; the proposal covers a score up to ${acceptance.upToScore}. It can only be refused.`;
  return [violation(risk, "acceptance.outgrown", message)];
}

/** Why this person may not take a proposal back now: only who proposed it does, and only while nobody has decided. */
export function withdrawBlockers(acceptance: Asked, risk: Judged, person: Decider, now: Date): Violation[] {
  if (acceptance.proposedById !== person.userId)
    return [violation(risk, "acceptance.not-yours", "Only who proposed this takes it back.")];
  const state = acceptanceState(acceptance, risk.score, now);
  if (state === "proposed") return [];
  if (state === "withdrawn")
    return [violation(risk, "acceptance.withdrawn", "This proposal was taken back already.")];
  if (state === "lapsed")
    return [violation(risk, "acceptance.lapsed", "The time that was asked for is over already.")];
  return [violation(risk, "acceptance.decided", "This proposal has been decided already.")];
}

/** Why an acceptance may not be revoked now. */
export function revokeBlockers(acceptance: AcceptanceTerms, risk: Judged, now: Date): Violation[] {
  switch (acceptanceState(acceptance, risk.score, now)) {
    case "in_force":
    case "outgrown":
      return [];
    case "proposed":
    case "withdrawn":
    case "lapsed":
      return [
        violation(risk, "acceptance.undecided", "Nobody has accepted this; there is nothing to revoke."),
      ];
    case "refused":
      return [
        violation(risk, "acceptance.refused", "This proposal was refused; there is nothing to revoke."),
      ];
    case "revoked":
      return [violation(risk, "acceptance.revoked", "This acceptance was revoked already.")];
    case "expired":
      return [violation(risk, "acceptance.expired", "This acceptance has ended already.")];
  }
}

function ownPart(acceptance: Asked, risk: Judged & { ownerUserId: string | null }, { userId }: Decider) {
  if (acceptance.proposedById === userId)
    return violation(
      risk,
      "acceptance.proposer",
      "You proposed this, and nobody decides what they proposed.",
    );
  if (risk.ownerUserId === userId)
    return violation(risk, "acceptance.owner", `You own ${risk.code}, and nobody accepts a risk they own.`);
  return null;
}

function olderWords({ code }: Judged): string {
  return `The current score of ${code} is of a scale that is not in use any more. Score it in the present one`;
}

function violation(risk: Judged, code: string, message: string): Violation {
  return { code, message, subject: { type: "risk", id: risk.id, label: `${risk.code} ${risk.title}` } };
}
