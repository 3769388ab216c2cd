import type { Role } from "@/lib/access/model";
import type { StepUpProof } from "@/lib/auth/model";
import type { CalendarDate } from "@/lib/kernel/time";
import type { Subject } from "@/lib/kernel/violations";
import type { CountingDrill } from "@/lib/recovery/model";
import type { AcceptanceTerms, Rating } from "@/lib/risks/model";
import type { GateKind, WaveKind, WaveState } from "@/lib/waves/model";

export type CriterionResult = "met" | "not_met" | "unknown";
/** A result as people see it: a valid waiver lets what is not met or unknown pass, and is shown as such. */
export type CriterionStatus = CriterionResult | "waived";

export type Decision = "approve" | "approve_with_conditions" | "decline";

export const COMPUTED_KEYS = [
  "owners",
  "targets",
  "risks",
  "checklist",
  "window",
  "recovery",
  "calendar",
  "conditions",
] as const;
export type ComputedKey = (typeof COMPUTED_KEYS)[number];

/** One thing a gate asks; `meaning` says in plain words what it means for the business when it is not met. */
export type CriterionTemplate = {
  key: string;
  group: string;
  title: string;
  meaning: string;
  source: "computed" | "attested";
};

/** Auditors and partners sign nothing. */
export type SeatTemplate = { role: Exclude<Role, "auditor" | "partner">; capacity: string };

/** What a gate is opened with. `demanded`: the step it guards waits for one even where none was opened. */
export type GateTemplateContent = {
  demanded: boolean;
  quorum: number;
  seats: readonly SeatTemplate[];
  criteria: readonly CriterionTemplate[];
};

/** The template that counts for a kind of wave and a kind of gate; version 0 is the one that Wavegate brings. */
export type GateTemplate = GateTemplateContent & {
  id: string | null;
  waveKind: WaveKind;
  kind: GateKind;
  version: number;
  changedBy: string | null;
  changedAt: Date | null;
};

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

/** What was found in one sentence, and the rows it was found in. */
export type Finding = { result: CriterionResult; finding: string; subjects: readonly Subject[] };

/** A criterion judged. */
export type JudgedCriterion = CriterionFact & Finding & { status: CriterionStatus };

export type SeatState = "waiting" | "approved" | "approved_with_conditions" | "declined" | "stale";

/** `deputy` may sign in the seat now; null when nobody stands in for its holder. */
export type JudgedSeat = SeatFact & {
  state: SeatState;
  signOff: SignOffFact | null;
  deputy: DeputyFact | null;
};

export type GateScore = { met: number; waived: number; notMet: number; unknown: number; total: number };

/** A gate judged at an instant. `holds` opens the way to cutting over; `reasons` say why it does not. */
export type JudgedGate = {
  holds: boolean;
  reasons: readonly string[];
  score: GateScore;
  criteria: readonly JudgedCriterion[];
  seats: readonly JudgedSeat[];
  approvals: number;
  openConditions: readonly ConditionFact[];
  digest: string;
  snapshot: string;
};

/** A gate of a wave's present attempt, or one that may or must still be opened (`judged` is null). */
export type WaveGate = {
  kind: GateKind;
  /** The step that it guards is still to be taken. */
  ahead: boolean;
  demanded: boolean;
  /** It may be opened in the wave's present state. */
  opens: boolean;
  judged: { holds: boolean; score: GateScore } | null;
};

/** A material fact that differs between what was signed and what is. */
export type MaterialChange = { subject: string; what: string; signed: string; present: string; id: string };

/** A gate before its cutover, as homes and lists show it. */
export type GateSummary = {
  gateId: string;
  kind: GateKind;
  name: string;
  waveNumber: number;
  waveName: string;
  windowStartAt: Date | null;
  windowEndAt: Date | null;
  zone: string | null;
  closesAt: Date | null;
  holds: boolean;
  reasons: readonly string[];
  score: GateScore;
  approvals: number;
  quorum: number;
  seats: readonly { capacity: string; name: string | null; state: SeatState }[];
  /** How this gate concerns the person: asked to sign, asked again, signed, or not at all. */
  mine: "asked" | "asked-again" | "signed" | "none";
};

/** A criterion as it was found in the moment of a signature, out of the event that the chain keeps. */
export type SignedCriterion = { title: string; group: string; status: CriterionStatus; finding: string };

/** A signature with all that proves it. */
export type RecordedSignature = SignOffFact & {
  capacity: string;
  /** How the signer proved themselves; null where nobody sat at a browser. */
  provenBy: StepUpProof | null;
  conditions: readonly ConditionFact[];
  /** Null where the event was written before criteria were kept with it. */
  criteria: readonly SignedCriterion[] | null;
  event: { seq: number; hash: string } | null;
  /** The first signed head of the chain that covers the event; null when none was made since. */
  checkpoint: { seq: number; hash: string; signedAt: Date; keyId: string } | null;
  /** A later decision of the same seat has taken its place. */
  superseded: boolean;
  /** What differs now from what was signed. */
  changes: readonly MaterialChange[];
};

export type GateRecord = {
  facts: GateFacts;
  judged: JudgedGate;
  signatures: readonly RecordedSignature[];
};

/** A seat that somebody lent to somebody, as both of them see it; `mine`: the reader lent it. */
export type LentSeat = Pick<DeputyFact, "id" | "fromName" | "toName" | "startAt" | "endAt" | "reason"> & {
  mine: boolean;
  /** Whoever lent it is no member in the role of the seat any more: it has ended before its time. */
  lapsed: boolean;
  gateId: string;
  gateName: string;
  waveNumber: number;
  capacity: string;
};
