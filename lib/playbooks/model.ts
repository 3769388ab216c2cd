import type { PeriodKind } from "@/lib/calendar/model";
import type { ControlFacts } from "@/lib/controls/model";
import type { DueOffset, TemplateItem } from "@/lib/cutover/model";
import type { CriterionTemplate, GateTemplateContent } from "@/lib/gates/model/template";
import type { Score } from "@/lib/risks/model/rating";
import type { ScaleContent } from "@/lib/risks/model/scale";
import type { GateKind, WaveKind } from "@/lib/waves/model/states";

/** A class of service; `why` argues its numbers in one sentence, here and below. */
export type PlaybookTier = {
  name: string;
  /** 1 is the strictest. */
  rank: number;
  rtoMinutes: number;
  rpoMinutes: number;
  /** Percent of the time, as a decimal text: "99.9". */
  availability: string;
  drillIntervalDays: number;
  why: string;
};

export type PlaybookDomain = { name: string; appetite: Score; why: string };

export type PlaybookScale = ScaleContent & { why: string };

/** Something that goes wrong in such moves: how it fails, what it does to the business, what is done against it. */
export type PlaybookRisk = {
  key: string;
  title: string;
  /** The name of a domain of the same playbook. */
  domain: string;
  failure: string;
  impact: string;
  control: string;
};

/** What is done against a typical failure, how one finds out that it holds, and how often. */
export type PlaybookControl = Pick<
  ControlFacts,
  "title" | "failure" | "impact" | "response" | "howVerified" | "everyDays"
> & {
  key: string;
  /** The name of a domain of the same playbook. */
  domain: string;
};

export type PlaybookGate = { waveKind: WaveKind; kind: GateKind; content: GateTemplateContent; why: string };

export type PlaybookChecklist = { kind: WaveKind; items: readonly TemplateItem[] };

/** On which days something takes place: weekdays as RRULE names them, a day of the month (negative: from its end), or a day of the year. */
export type PlaybookDays = { week: readonly string[] } | { monthDay: number } | { yearDay: string };

/** A time of the business that comes again. */
export type PlaybookPeriod = {
  key: string;
  kind: PeriodKind;
  title: string;
  reason: string;
  on: PlaybookDays;
  /** Wall-clock times in the program's zone; it ends `days` days after the day on which it starts. */
  from: string;
  days: number;
  to: string;
  /** The days are usual in the field and differ from company to company: people confirm them. */
  confirm: boolean;
};

/** Something the business does on a bad day, which a wave has to show before it may cut over. */
export type PlaybookScenario = { key: string; title: string; why: string; offset: DueOffset };

export type PlaybookWave = {
  name: string;
  kind: WaveKind;
  scope: string;
  impact: string;
  rollback: string;
  /** Keys of scenarios of the same playbook. */
  scenarios: readonly string[];
};

/** Everything that one playbook brings with one of its scenario sets. */
export type PlaybookContent = {
  tiers: readonly PlaybookTier[];
  domains: readonly PlaybookDomain[];
  scale: PlaybookScale;
  risks: readonly PlaybookRisk[];
  controls: readonly PlaybookControl[];
  gates: readonly PlaybookGate[];
  checklists: readonly PlaybookChecklist[];
  periods: readonly PlaybookPeriod[];
  waves: readonly PlaybookWave[];
  scenarios: readonly PlaybookScenario[];
  /** What nobody but the company knows: it is asked for, never made up. */
  asks: readonly string[];
};

/** What a set of scenarios adds to its playbook; its tiers take the place of those of the same rank. */
export type SetContent = Pick<
  PlaybookContent,
  "tiers" | "domains" | "risks" | "controls" | "periods" | "waves" | "scenarios" | "asks"
> & {
  criteria: readonly { waveKind: WaveKind; kind: GateKind; criteria: readonly CriterionTemplate[] }[];
  items: readonly PlaybookChecklist[];
};

export type ScenarioSet = { key: string; name: string; forWhom: string };

export const PLAYBOOK_KEYS = ["p-2", "p-4"] as const;
export type PlaybookKey = (typeof PLAYBOOK_KEYS)[number];

/** One playbook; its version grows with every change of what it says. */
export type Playbook = {
  key: PlaybookKey;
  version: number;
  name: string;
  forWhom: string;
  sets: readonly [ScenarioSet, ...ScenarioSet[]];
};

/** In the order in which a start brings them. */
export const SECTIONS = [
  "tiers",
  "domains",
  "scale",
  "risks",
  "controls",
  "gates",
  "checklists",
  "calendar",
  "waves",
  "scenarios",
] as const;
export type Section = (typeof SECTIONS)[number];

/** `brought`: it is not here. `adapted`: a default nobody has touched takes it. `kept`: it is here and stays as it is. */
export type Fate = "brought" | "adapted" | "kept";

/** One thing of a playbook and what a start would do with it; `was` names what is adapted, or what is kept. */
export type PlannedThing = {
  key: string;
  label: string;
  detail: string;
  why: string;
  fate: Fate;
  was: string;
};

/** What a start would do, thing by thing. */
export type StartPlan = {
  sections: readonly { section: Section; things: readonly PlannedThing[] }[];
  counts: Record<Fate, number>;
  /** What people have to fill in or confirm afterwards. */
  asks: readonly string[];
};

type Named = { id: string; name: string };

/** What the program has already; names and titles are compared by their keys. */
export type Held = {
  /** `untouched`: a default that came with the founding, as it was, and in use nowhere. */
  tiers: readonly (Named & { rank: number; version: number; untouched: boolean })[];
  domains: readonly (Named & { appetite: Score | null; version: number; untouched: boolean })[];
  /** Whether a scale was published, or a score given. */
  scale: boolean;
  risks: readonly { title: string; key: string | null }[];
  controls: readonly { title: string; key: string | null }[];
  gates: readonly { waveKind: WaveKind; kind: GateKind; version: number }[];
  checklists: readonly { kind: WaveKind; number: number }[];
  periods: readonly { title: string; key: string | null; ended: boolean }[];
  waves: readonly (Named & { number: number; started: boolean; over: boolean; items: readonly string[] })[];
};

/** A start as it is carried out; `origin` names playbook, set and version. */
export type Start = { content: PlaybookContent; plan: StartPlan; held: Held; origin: string };

/** From which playbook the program was started, newest first. */
export type StartedFrom = { label: string; at: Date; by: string };
