import type { AcceptanceDecision } from "@/prisma/generated/client/enums";
import type { Score } from "./rating";

/** What decides whether an acceptance is in force. Undecided: a proposal. */
export type AcceptanceTerms = {
  /** Taken back by its proposer; absent where only decided ones are looked at. */
  withdrawnAt?: Date | null;
  decision: AcceptanceDecision | null;
  decidedAt: Date | null;
  revokedAt: Date | null;
  expiresAt: Date;
  /** The highest current score that it covers. */
  upToScore: Score;
  /** Proposed before the scale of the current score was published: it says nothing of a score in other words. */
  otherScale?: boolean;
};

/** How an acceptance stands at an instant. `lapsed` ended undecided; `outgrown` does not cover the present score. */
export type AcceptanceState =
  | "proposed"
  | "withdrawn"
  | "lapsed"
  | "refused"
  | "revoked"
  | "expired"
  | "outgrown"
  | "in_force";

/** An acceptance with everything its page shows; its end as local time and zone, and as the instant they mean. */
export type Acceptance = AcceptanceTerms & {
  id: string;
  proposedById: string;
  proposedBy: string;
  proposedAt: Date;
  reason: string;
  scope: string;
  conditions: string;
  expiresLocal: string;
  zone: string;
  decidedBy: string | null;
  comment: string;
  revokedBy: string | null;
  revokedReason: string | null;
  withdrawnReason: string | null;
  version: number;
};

/** A proposal that waits for somebody's decision. */
export type WaitingAcceptance = {
  id: string;
  code: string;
  title: string;
  proposedBy: string;
  reason: string;
  expiresAt: Date;
  score: Score | null;
  appetite: Score | null;
  /** Numbers of the waves that the risk is linked to, directly or by a workload. */
  waves: readonly number[];
};
