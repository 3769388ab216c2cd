/**
 * The states of an import and what may follow each. Reading, importing and undoing are jobs: when one is cut off it is
 * tried again from the same state; `failed` says why and can be tried again by hand.
 */
export const IMPORT_STEPS = {
  uploaded: ["reading", "failed", "discarded"],
  reading: ["previewed", "failed"],
  previewed: ["uploaded", "importing", "discarded"],
  importing: ["committed", "previewed", "failed"],
  committed: ["undone"],
  undone: [],
  failed: ["uploaded", "discarded"],
  discarded: [],
} as const satisfies Record<string, readonly string[]>;
export type ImportState = keyof typeof IMPORT_STEPS;
export const IMPORT_STATES = [
  "uploaded",
  "reading",
  "previewed",
  "importing",
  "committed",
  "undone",
  "failed",
  "discarded",
] as const satisfies readonly ImportState[];

/** States in which a job works on the import. */
export const AT_WORK: readonly ImportState[] = ["uploaded", "reading", "importing"];

/** How far a job has come; `total` 0: not known yet. */
export type ImportProgress = {
  state: ImportState;
  stage: string;
  done: number;
  total: number;
  problem: string | null;
};
