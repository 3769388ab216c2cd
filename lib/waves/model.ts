import type { Meeting, Period } from "@/lib/calendar/model";
import type { Violation } from "@/lib/kernel/violations";
import type { AppetiteStanding, Level } from "@/lib/risks/model";

export const WAVE_KINDS = ["foundation", "non_production", "rehearsal", "production"] as const;
export type WaveKind = (typeof WAVE_KINDS)[number];

export const WAVE_STATES = [
  "planned",
  "preparing",
  "rehearsing",
  "ready",
  "cutting_over",
  "hypercare",
  "closed",
  "rolled_back",
  "cancelled",
] as const;
export type WaveState = (typeof WAVE_STATES)[number];

export const WAVE_BLOCKERS = [
  "illegal-step",
  "no-workloads",
  "no-lead",
  "no-window",
  "no-owner",
  "no-target",
  "gate",
  "outside-window",
  "freeze",
  "open-items",
  "no-reason",
] as const;
export type WaveBlocker = (typeof WAVE_BLOCKERS)[number];

export type Transition = {
  from: WaveState;
  to: WaveState;
  blockers: readonly Exclude<WaveBlocker, "illegal-step">[];
};

/** Every legal step with what blocks it. `docs/wave-states.md` shows the same table, and a test compares the two. */
export const TRANSITIONS: readonly Transition[] = [
  { from: "planned", to: "preparing", blockers: ["no-workloads", "no-lead"] },
  { from: "planned", to: "cancelled", blockers: ["no-reason"] },
  { from: "preparing", to: "planned", blockers: ["no-reason"] },
  { from: "preparing", to: "rehearsing", blockers: ["no-workloads", "no-lead", "no-window", "gate"] },
  { from: "preparing", to: "cancelled", blockers: ["no-reason"] },
  { from: "rehearsing", to: "preparing", blockers: ["no-reason"] },
  {
    from: "rehearsing",
    to: "ready",
    blockers: ["no-workloads", "no-lead", "no-window", "no-owner", "no-target", "gate"],
  },
  { from: "rehearsing", to: "cancelled", blockers: ["no-reason"] },
  { from: "ready", to: "rehearsing", blockers: ["no-reason"] },
  {
    from: "ready",
    to: "cutting_over",
    blockers: [
      "no-workloads",
      "no-lead",
      "no-window",
      "no-owner",
      "no-target",
      "gate",
      "outside-window",
      "freeze",
    ],
  },
  { from: "ready", to: "cancelled", blockers: ["no-reason"] },
  { from: "cutting_over", to: "hypercare", blockers: ["open-items", "gate"] },
  { from: "cutting_over", to: "rolled_back", blockers: ["no-reason"] },
  { from: "hypercare", to: "closed", blockers: ["open-items", "gate", "no-reason"] },
  { from: "hypercare", to: "rolled_back", blockers: ["no-reason"] },
  { from: "rolled_back", to: "preparing", blockers: ["no-workloads", "no-lead"] },
];

/** In the order in which a wave meets them. */
export const GATE_KINDS = [
  "readiness",
  "rehearsal",
  "go_no_go",
  "emergency",
  "cutover_complete",
  "hypercare_exit",
] as const;
export type GateKind = (typeof GATE_KINDS)[number];

/**
 * Which gate guards which step. Only go/no-go is demanded everywhere; the others where one was opened for the attempt or the
 * program's template says so. Where an emergency gate is open it stands in for go/no-go.
 */
export const GATE_GUARDS: readonly { kind: GateKind; from: WaveState; to: WaveState }[] = [
  { kind: "readiness", from: "preparing", to: "rehearsing" },
  { kind: "rehearsal", from: "rehearsing", to: "ready" },
  { kind: "go_no_go", from: "ready", to: "cutting_over" },
  { kind: "emergency", from: "ready", to: "cutting_over" },
  { kind: "cutover_complete", from: "cutting_over", to: "hypercare" },
  { kind: "hypercare_exit", from: "hypercare", to: "closed" },
];

/** States in which workloads come and go, and the window moves. */
export const BEFORE_CUTOVER: readonly WaveState[] = ["planned", "preparing", "rehearsing", "ready"];

/** States after which nothing of the wave changes any more. */
export const FINISHED: readonly WaveState[] = ["closed", "cancelled"];

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

/** A window as people said it, with its instants. `zone` is an IANA zone; locals are `YYYY-MM-DDTHH:mm`. */
export type WaveWindow = { startLocal: string; endLocal: string; zone: string; startAt: Date; endAt: Date };

export type WindowException = { reason: string; grantedBy: string; grantedAt: Date };

/** An executive lets the window of this attempt meet a freeze, at exactly the time that the freeze has then. */
export type FreezeException = WindowException & { periodId: string; startAt: Date; endAt: Date };

/** A freeze that a window meets; without an exception the window cannot be set there. */
export type FreezeMet = Meeting & { exception: FreezeException | null };

/** The periods that concern a wave: the program's, those of its workloads, those of the sites its workloads serve. */
export type WaveCalendar = { periods: readonly Period[]; exceptions: readonly FreezeException[] };

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

export type HealthLevel = "on_track" | "at_risk" | "off_track" | "unknown";

/** Health says why. `href` is the part of the wave's page that shows it: "", "?tab=risks", … */
export type WaveHealth = { level: HealthLevel; reason: string; href: string };

export type WaveSummary = {
  waveId: string;
  number: number;
  name: string;
  kind: WaveKind;
  state: WaveState;
  attempt: number;
  version: number;
  lead: string | null;
  window: WaveWindow | null;
  /** Null: this person may not see how many. */
  workloads: number | null;
  /** Null where health no longer applies (closed, cancelled) or is not for this person. */
  health: WaveHealth | null;
  /** When it entered its present state; null while it is where it was created. */
  since: Date | null;
};

export type CrossingLink = {
  dependencyId: string;
  inside: { id: string; name: string };
  outside: { id: string; name: string };
  /** `needs`: the inside workload needs the outside one; `needed`: the reverse. */
  direction: "needs" | "needed";
  kind: string | null;
  hardness: "hard" | "soft" | null;
  /** The wave of the outside workload; null when it is in none. */
  wave: { number: number; name: string; state: WaveState } | null;
  /** Whether the outside workload moves later, or in no wave. */
  later: boolean;
  /** A hard (or unknown) link that something later or never moving hangs on. */
  arguedAgainst: boolean;
};

export type WaveWorkloadRow = {
  id: string;
  name: string;
  criticality: string | null;
  tier: string | null;
  businessOwner: string | null;
  technicalOwner: string | null;
  rtoMinutes: number | null;
  rpoMinutes: number | null;
  /** Whether the target comes from the tier. */
  inherited: boolean;
};

export type WaveRisk = {
  code: string;
  title: string;
  domain: string | null;
  owner: string | null;
  /** Likelihood × impact of the present assessment; null is unknown. */
  score: number | null;
  /** The word of the score as a step of 1 to 5, by the scale it was given in. */
  level: Level | null;
  /** The scale it was given in is not in use any more. */
  older: boolean;
  appetite: number | null;
  standing: AppetiteStanding;
  /** The end of the acceptance in force; null when there is none. */
  acceptedUntil: Date | null;
  /** "the wave", or the names of its workloads. */
  about: string;
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

/** A wave's page. What is null is not for this person to see, but for `health` (finished) and the plain facts. */
export type WaveView = WaveSummary & {
  leadId: string | null;
  scope: string;
  impact: string;
  rollback: string;
  rollbackMinutes: number | null;
  exception: WindowException | null;
  facts: WaveTransitionFacts | null;
  steps: readonly StepOption[];
  /** Links that cross the wave's border. */
  links: number | null;
  /** Open risks of the wave or its workloads. */
  risks: number | null;
  checklist: { settled: number; failed: number; total: number } | null;
};

export type WaveCandidate = {
  id: string;
  name: string;
  criticality: string | null;
  /** The wave it is in; null when in none. */
  waveNumber: number | null;
  waveName: string | null;
};

export type SplitPlanWave = {
  id: string;
  number: number;
  name: string;
  state: WaveState;
  window: WaveWindow | null;
};
export type SplitEnd = { id: string; name: string; waveId: string | null };
/** A link whose ends are not in the same wave. */
export type SplitLink = {
  id: string;
  kind: string | null;
  hardness: "hard" | "soft" | null;
  dependent: SplitEnd;
  needed: SplitEnd;
};
/** How long a link leads from the new place to the old; `until` null: for good, `days` null: unknown, or for good. */
export type SplitSpan = {
  link: SplitLink;
  from: SplitPlanWave;
  until: SplitPlanWave | null;
  days: number | null;
};
/** What is split right after a wave. */
export type SplitStep = {
  wave: SplitPlanWave;
  across: readonly SplitSpan[];
  synchronous: number;
  kindUnknown: number;
  forGood: number;
};

/** One step of one wave, for what is told of all of them together. */
export type WaveStep = { waveId: string; from: WaveState; to: WaveState; at: Date };

/** When a wave would cut over, or that it cannot be known; `how` says in words what it rests on. */
export type WaveForecast =
  | { known: true; startAt: Date; endAt: Date; lateDays: number; how: string }
  | { known: false; how: string };

/** The instants of a wave that a timeline draws; null has not happened or is not known. */
export type WaveDates = {
  preparingAt: Date | null;
  hypercareAt: Date | null;
  closedAt: Date | null;
  gateClosesAt: Date | null;
};
