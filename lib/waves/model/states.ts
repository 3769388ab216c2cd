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
