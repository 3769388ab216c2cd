import type { Subject } from "@/lib/kernel/violations";
import type { GateKind } from "@/lib/waves/model/states";
import type { ConditionFact, CriterionFact, DeputyFact, SeatFact, SignOffFact } from "./facts";

export type CriterionResult = "met" | "not_met" | "unknown";

/** A result as people see it: a valid waiver lets what is not met or unknown pass, and is shown as such. */
export type CriterionStatus = CriterionResult | "waived";

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
