export const CHECKLIST_STATES = ["open", "done", "failed", "skipped"] as const;
export type ChecklistState = (typeof CHECKLIST_STATES)[number];

export type ChecklistItem = {
  id: string;
  attempt: number;
  /** From 1, in the order of the list. */
  position: number;
  section: string;
  title: string;
  ownerId: string | null;
  owner: string | null;
  dueAt: Date | null;
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
  /** Attempts before this one that have items which can be brought over. */
  earlierAttempts: readonly number[];
};

export type TemplateItem = { section: string; title: string };

/** What cutovers forget, in plain words. A batch of it starts a wave's checklist. */
export const FORGOTTEN_THINGS: readonly TemplateItem[] = [
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
