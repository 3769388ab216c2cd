import type { StepUpProof } from "@/lib/auth/model";
import type { ConditionFact, DeputyFact, GateFacts, SignOffFact } from "./facts";
import type { CriterionStatus, JudgedGate, MaterialChange } from "./judged";

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
