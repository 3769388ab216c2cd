import type { Violation } from "@/lib/kernel/violations";
import type { WaveKind } from "@/lib/waves/model/states";

export const CHECKLIST_STATES = ["open", "done", "failed", "skipped"] as const;
export type ChecklistState = (typeof CHECKLIST_STATES)[number];

export type DueAnchor = "window_start" | "window_end";

/** So long before (negative) or after an edge of the window. Days are days of the wall clock, minutes are exact. */
export type DueOffset = { anchor: DueAnchor; unit: "days" | "minutes"; by: number };

/** The part of a cutover an item belongs to: what the gate asks for, the last 24 hours, the window, what comes after it. */
export const CHECKLIST_PHASES = ["before", "countdown", "during", "after"] as const;
export type ChecklistPhase = (typeof CHECKLIST_PHASES)[number];

export type ChecklistItem = {
  id: string;
  attempt: number;
  /** From 1, in the order of the list. */
  position: number;
  section: string;
  title: string;
  /** Why it matters or how it is done; "" when nobody said. */
  why: string;
  /** Who does it by duty, such as "technical owner"; "" when none is named. */
  duty: string;
  ownerId: string | null;
  owner: string | null;
  /** Whether its owner is the person who reads. */
  mine: boolean;
  /** The instant it was given, or the one that follows the window; null when neither is known. */
  dueAt: Date | null;
  /** Null for an item with an instant of its own, or none. */
  offset: DueOffset | null;
  phase: ChecklistPhase;
  needsEvidence: boolean;
  /** How many pieces of evidence are attached. */
  evidence: number;
  /** The version of a template it came from; null when it was written by hand. */
  from: number | null;
  comesAfter: readonly { id: string; title: string; state: ChecklistState }[];
  /** Why it cannot be done now; empty when it can, or when it is settled. */
  waitsFor: readonly Violation[];
  state: ChecklistState;
  reason: string;
  settledAt: Date | null;
  settledBy: string | null;
  version: number;
};

export type ChecklistCounts = { open: number; done: number; failed: number; skipped: number; total: number };

export type Checklist = {
  waveId: string;
  attempt: number;
  /** IANA zone in which due times are said: the wave's, else the program's. */
  zone: string;
  items: readonly ChecklistItem[];
  counts: ChecklistCounts;
  /** Whether the wave has a window for due times to follow. */
  hasWindow: boolean;
  /** Attempts before this one that have items which can be brought over. */
  earlierAttempts: readonly number[];
  /** Items of the last of them that are not on this list, by their titles. */
  notBrought: number;
};

/** One item of a template. `key` is the same in every version; `after` holds the keys of what comes first. */
export type TemplateItem = {
  key: string;
  section: string;
  title: string;
  why: string;
  duty: string;
  needsEvidence: boolean;
  offset: DueOffset | null;
  after: readonly string[];
};

/** A version of the checklist for one kind of wave. */
export type Template = {
  id: string;
  kind: WaveKind;
  /** From 1; the newest published one counts. */
  number: number;
  note: string;
  /** Null while it is a draft. */
  published: { at: Date; by: string } | null;
  version: number;
  items: readonly TemplateItem[];
};

/** What is kept for one kind of wave: every version, newest first, and the one that counts. */
export type TemplateShelf = {
  kind: WaveKind;
  current: { number: number; items: number; at: Date; by: string } | null;
  draft: { number: number; items: number } | null;
  /** Waves of this kind that are not over, and how many of them have items of the current version. */
  waves: number;
  applied: number;
};

/** An item of the current version as it would come to a wave; `dueAt` null: due when the window is set. */
export type ComingItem = TemplateItem & {
  dueAt: Date | null;
  owner: string | null;
  /** Why it does not come: it is there already. */
  here: boolean;
};

export type Coming = { template: { id: string; number: number }; zone: string; items: readonly ComingItem[] };

/** Duties that Wavegate can find a person for. */
export const KNOWN_DUTIES = ["wave lead", "technical owner", "business owner"] as const;

/** What cutovers forget, in plain words. A batch of it starts a wave's checklist. */
export const FORGOTTEN_THINGS: readonly Pick<TemplateItem, "section" | "title">[] = [
  { section: "Names and certificates", title: "Lower the time-to-live of every DNS name that moves" },
  { section: "Names and certificates", title: "Check the whole certificate chain at the new address" },
  { section: "Partners", title: "Have partners allow the new addresses, and test one call each" },
  { section: "Partners", title: "Point callbacks and webhooks of other systems at the new address" },
  { section: "Partners", title: "Agree where EDI numbering continues and what is replayed" },
  { section: "Data", title: "Make sure that nothing is taken twice when messages are replayed" },
  { section: "Data", title: "Stop scheduled jobs at the old place before they start at the new one" },
  { section: "Floor", title: "Print a label and scan it at every site that uses the new system" },
  { section: "Access", title: "Rotate passwords and keys that the old place knows" },
  { section: "Change", title: "Freeze changes that the cutover does not need" },
  { section: "Change", title: "Keep the old links until the new ones have been stable for a week" },
];
