import type { Violation } from "@/lib/kernel/violations";
import type { WaveState } from "./states";
import type { WaveCalendar, WindowException } from "./window";

/**
 * What waves need to know of the gate that guards the next step of the present attempt; the gates module tells it. Null:
 * there is no such gate, or nobody has judged it.
 */
export type GateStanding = {
  gateId: string;
  name: string;
  holds: boolean;
  /** Why it does not hold, in sentences. */
  reasons: readonly string[];
} | null;

export type NamedCount = { count: number; names: readonly string[] };

/** Everything a step is judged on, but the clock and what the person says. */
export type WaveTransitionFacts = {
  waveId: string;
  number: number;
  name: string;
  state: WaveState;
  attempt: number;
  version: number;
  lead: string | null;
  window: { startAt: Date; endAt: Date; zone: string } | null;
  workloads: number;
  /** Workloads without a business owner or without a technical owner. */
  withoutOwner: NamedCount;
  /** Workloads whose effective recovery time or point target is unknown. */
  withoutTarget: NamedCount;
  /** Checklist items of this attempt that are open or failed. */
  openItems: NamedCount;
  exception: WindowException | null;
  calendar: WaveCalendar;
  gate: GateStanding;
  /** Whether the next step waits for a gate even where none was opened. Cutting over always does. */
  gateDemanded: boolean;
};

export type WaveTransitionRow = {
  attempt: number;
  from: WaveState;
  to: WaveState;
  reason: string;
  by: string | null;
  at: Date;
};

export const ROLLBACK_EXTENTS = ["whole", "part"] as const;

export type RollbackExtent = (typeof ROLLBACK_EXTENTS)[number];

/** What was rolled back of an attempt, as somebody recorded it. Null is unknown; 0 minutes is no loss. */
export type WaveRollback = {
  attempt: number;
  extent: RollbackExtent;
  what: string;
  /** What did not go back; empty when all of it did. */
  remains: string;
  lossMinutes: number | null;
  loss: string;
  /** From when people could work at the old place again. */
  usableAt: Date | null;
  by: string;
  recordedAt: Date;
};

/** One attempt with its steps, the newest first; `until` is the next step of the attempt, null for the last. */
export type WaveAttempt = {
  attempt: number;
  /** Whether it is the attempt that the wave is in. */
  present: boolean;
  state: WaveState;
  from: Date | null;
  cutOverAt: Date | null;
  rolledBack: { at: Date; reason: string } | null;
  rollback: WaveRollback | null;
  steps: readonly (WaveTransitionRow & { until: Date | null })[];
};

/** One step that the present state allows, and why it cannot be taken yet. */
export type StepOption = {
  to: WaveState;
  direction: "forward" | "back" | "out";
  needsReason: boolean;
  blockers: readonly Violation[];
};
