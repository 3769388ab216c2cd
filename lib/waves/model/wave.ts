import type { AppetiteStanding, Level } from "@/lib/risks/model/rating";
import type { WaveKind, WaveState } from "./states";
import type { StepOption, WaveTransitionFacts } from "./step";
import type { WaveWindow, WindowException } from "./window";

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
