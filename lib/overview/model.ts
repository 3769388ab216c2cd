import type { CalendarDate } from "@/lib/kernel/time";
import type { JudgementCounts, RecoveryJudgement } from "@/lib/recovery/model";
import type { HealthLevel, WaveSummary } from "@/lib/waves/model/wave";

/** What the frame around every page of a program shows. Null: not for this person. */
export type ProgramFrame = {
  workloads: number;
  openRisks: number | null;
  waves: readonly WaveSummary[];
  /** Gates that wait for this person's signature. */
  signaturesDue: number;
  /** What waits in this person's inbox. */
  waiting: number;
};

/** How many workloads there are, how many are live, and how many the plan says should be by now. */
export type LiveCount = { total: number; live: number; planned: number; unplanned: number };

/** What nobody has said yet about the estate; each count links to its rows. */
export type UnknownCounts = {
  withoutOwner: number;
  withoutTier: number;
  withoutCriticality: number;
  withoutLinks: number;
};

/** The program's health: the worst wave, and why. Null: no wave is under way. */
export type ProgramHealth = { level: HealthLevel; wave: WaveSummary; reason: string } | null;

/** Something that comes: a window or the close of a gate. */
export type Upcoming = { id: string; at: Date; title: string; detail: string; href: string };

/** A business owner's service with what is promised and when it moves. */
export type OwnedService = {
  id: string;
  name: string;
  criticality: string | null;
  rtoMinutes: number | null;
  rpoMinutes: number | null;
  /** What its drills say of these promises. */
  judged: RecoveryJudgement;
  /** Parts of which the design cannot hold what is promised, in words: "databases: copied every 4 h, 15 min promised". */
  unheld: readonly string[];
  wave: {
    waveId: string;
    attempt: number;
    number: number;
    name: string;
    state: string;
    startAt: Date | null;
    endAt: Date | null;
    impact: string;
  } | null;
};

/** A checklist item that waits for a person. */
export type WaitingItem = {
  id: string;
  title: string;
  waveNumber: number;
  waveName: string;
  state: "open" | "failed";
  dueAt: Date | null;
  /** "T−14 d" where it follows the window. */
  offset: string | null;
  reason: string;
};

/** A risk that a person owns. */
export type OwnedRisk = {
  code: string;
  title: string;
  score: number | null;
  nextAction: string;
  dueOn: string | null;
};

/** Something the palette goes to; `detail` tells it from others of its name. */
export type PaletteItem = { label: string; detail: string; href: string };

/** What the palette offers under one heading, the best first. */
export type PaletteGroup = { title: string; items: readonly PaletteItem[] };

/** A day of a trend and the instant it is told as of: its end in the program's zone; for today, now. */
export type TrendDay = { on: CalendarDate; at: Date };

/** How many workloads were live and planned to be; null is not known, or has not come. `total`: recorded by then. */
export type LivePoint = {
  on: CalendarDate;
  total: number | null;
  live: number | null;
  planned: number | null;
  forecast: number | null;
};

/** How the open risks stood; null while no risk had been recorded. */
export type RiskPoint = {
  on: CalendarDate;
  counts: { above: number; accepted: number; within: number; unknown: number } | null;
};

/** What drills had proven; null while no drill had been recorded. */
export type CoveragePoint = { on: CalendarDate; counts: JudgementCounts | null };

/** When the last workload of the waves goes live, by the forecasts of the waves; `why` it cannot be said. */
export type LiveForecast =
  | { kind: "known"; finishOn: CalendarDate }
  | { kind: "done" }
  | { kind: "unknown"; why: string };

/** The course of a program, oldest first. Empty lists: nothing has been recorded yet. */
export type Trends = {
  today: CalendarDate;
  live: LivePoint[];
  /** Workloads that are in no wave, or in one without a window. */
  unplanned: number;
  /** The day on which the last window ends; null without any. */
  planEnd: CalendarDate | null;
  forecast: LiveForecast;
  risks: RiskPoint[];
  recovery: CoveragePoint[];
};
