import type { Role } from "@/lib/access/model";
import type { CalendarDate } from "@/lib/kernel/time";
import type { CountingDrill } from "@/lib/recovery/model";
import type { AcceptanceTerms } from "@/lib/risks/model/acceptance";
import type { Rating } from "@/lib/risks/model/rating";
import type { GateKind, WaveKind, WaveState } from "@/lib/waves/model/states";

export type Decision = "approve" | "approve_with_conditions" | "decline";

export type WorkloadFact = {
  id: string;
  name: string;
  criticality: string | null;
  businessOwnerId: string | null;
  technicalOwnerId: string | null;
  tierId: string | null;
  rtoMinutes: number | null;
  rpoMinutes: number | null;
};

/** An open risk of the wave or of one of its workloads. */
export type RiskFact = Rating & {
  id: string;
  code: string;
  title: string;
  appetite: number | null;
  domain: string | null;
  /** Present where the score was given in a scale that is not in use any more. */
  older?: true;
  /** Accepted and not revoked, whether in force or over: that depends on the instant. */
  acceptances: readonly AcceptanceFact[];
};

/** What an executive accepted; `zone` is the one its end was given in. */
export type AcceptanceFact = AcceptanceTerms & { id: string; acceptedBy: string; zone: string };

export type ChecklistFact = { id: string; title: string; state: string; reason: string };

export type AttestationFact = {
  round: number;
  userId: string;
  userName: string;
  met: boolean;
  statement: string;
  evidenceUrl: string | null;
  attestedAt: Date;
};

export type WaiverFact = {
  id: string;
  grantedById: string;
  grantedBy: string;
  reason: string;
  expiresAt: Date;
};

/**
 * Evidence attached to a criterion, by its newest revision; `shows` is the SHA-256 of a file, or the address of a link.
 * A revision never changes, so its number says until when it is valid; null: no end was given.
 */
export type EvidenceFact = {
  id: string;
  title: string;
  revision: number;
  shows: string;
  validUntil: CalendarDate | null;
};

/** What proves a workload's recovery, where the gate asks for it; null is unknown. */
export type RecoveryFact = {
  workloadId: string;
  stateful: boolean | null;
  drillIntervalDays: number | null;
  drill: CountingDrill | null;
};

/** A freeze that the window meets, at the time it has, with the reason of the exception that covers it. */
export type FreezeFact = {
  periodId: string;
  title: string;
  scope: string;
  startAt: Date;
  endAt: Date;
  exception: string | null;
};

/** An open condition of an earlier gate of the attempt that stands in the way of this one. */
export type EarlierCondition = { id: string; text: string; gateKind: GateKind; gateName: string };

export type CriterionFact = {
  id: string;
  key: string;
  group: string;
  title: string;
  meaning: string;
  source: "computed" | "attested";
  attestation: AttestationFact | null;
  waiver: WaiverFact | null;
  evidence: readonly EvidenceFact[];
};

export type SeatFact = {
  id: string;
  position: number;
  role: Role;
  userId: string | null;
  userName: string | null;
  capacity: string;
};

/** The holder of a seat lets somebody else sign in it, over [startAt, endAt), until taken back. */
export type DeputyFact = {
  id: string;
  seatId: string;
  fromUserId: string;
  fromName: string;
  toUserId: string;
  toName: string;
  startAt: Date;
  endAt: Date;
  reason: string;
  revokedAt: Date | null;
  /** From when on its holder is no member in the role of the seat any more; absent while no such time is known. */
  lapsesAt?: Date;
};

export type SignOffFact = {
  id: string;
  seatId: string;
  round: number;
  userId: string;
  userName: string;
  /** The holder of the seat, where the signer stood in for them. */
  onBehalfOfId: string | null;
  onBehalfOf: string | null;
  role: Role;
  decision: Decision;
  comment: string;
  digest: string;
  reference: string;
  backfilled: boolean;
  signedAt: Date;
};

export type ConditionFact = {
  id: string;
  signOffId: string;
  text: string;
  ownerId: string;
  owner: string;
  dueOn: string;
  due: "before_cutover" | "after_cutover";
  closedAt: Date | null;
  evidence: string;
  version: number;
};

export type WaveFact = {
  id: string;
  number: number;
  name: string;
  kind: WaveKind;
  state: WaveState;
  attempt: number;
  version: number;
  leadId: string | null;
  scope: string;
  impact: string;
  rollback: string;
  rollbackMinutes: number | null;
  windowStartAt: Date | null;
  windowEndAt: Date | null;
  zone: string | null;
};

/** A gate for which an emergency gate stands in, and what was decided there. */
export type StoodFor = {
  name: string;
  signOffs: readonly Pick<SignOffFact, "seatId" | "round" | "userName" | "decision" | "backfilled">[];
};

/** Everything a gate is judged on, read in one transaction. */
export type GateFacts = {
  gate: {
    id: string;
    kind: GateKind;
    name: string;
    attempt: number;
    quorum: number;
    closesAt: Date | null;
    version: number;
    /** The version of the program's template it was opened from; null: the one Wavegate brings. */
    templateVersion: number | null;
  };
  wave: WaveFact;
  workloads: readonly WorkloadFact[];
  /**
   * The links of the wave's workloads, canonical JSON: `{dependentId, hardness, id, kind, neededId}` by id. The database writes
   * them out, as there are thousands and no criterion looks at any.
   */
  links: string;
  risks: readonly RiskFact[];
  /** Closed risks of the wave and of its workloads: somebody looked. */
  closedRisks: number;
  checklist: readonly ChecklistFact[];
  criteria: readonly CriterionFact[];
  /** The next three are null where no criterion of the gate asks for them: then they are no part of what is signed. */
  recovery: readonly RecoveryFact[] | null;
  freezes: readonly FreezeFact[] | null;
  earlierConditions: readonly EarlierCondition[] | null;
  /** Go/no-go of the attempt, where this gate stands in for it and it is open too; else null. */
  standsInFor: StoodFor | null;
  seats: readonly SeatFact[];
  signOffs: readonly SignOffFact[];
  deputies: readonly DeputyFact[];
  conditions: readonly ConditionFact[];
  duties: readonly { userId: string; duty: "attester" | "signer"; seatId: string | null }[];
};
