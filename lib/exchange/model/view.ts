import type { FormatName } from "./formats";
import type { ImportProgress, ImportState } from "./import-state";
import type { Counts, Outcome, PlannedRow } from "./plan";
import type { Entity, Problem, ScaleWords } from "./reading";

export type ColumnView = { index: number; head: string; samples: readonly string[]; field: string | null };

/** A row of the preview as pages and the command line show it. */
export type RowView = Pick<
  PlannedRow,
  "row" | "table" | "entity" | "outcome" | "subject" | "changes" | "problems" | "questions" | "notes"
>;

export type ImportSummary = {
  id: string;
  fileName: string;
  fileBytes: number;
  format: FormatName | null;
  sourceName: string | null;
  state: ImportState;
  counts: Counts | null;
  byName: string;
  createdAt: Date;
  committedAt: Date | null;
  undoneAt: Date | null;
};

/** A page of the history with what it can be filtered by. */
export type ImportHistoryPage = {
  imports: readonly ImportSummary[];
  total: number;
  everything: number;
  people: readonly { id: string; name: string }[];
};

/** A sheet that was read, with its columns and the fields they fill. */
export type SheetView = {
  name: string;
  format: FormatName | null;
  columns: readonly ColumnView[];
  skipped: number;
  encoding: string | null;
  delimiter: string | null;
};

/** What was found in a file and what was done with it, kept for good. */
export type ImportReport = {
  blankRows: number;
  notes: readonly string[];
  sheets: readonly SheetView[];
  /** Sheets that were not read, with why. */
  others: readonly { name: string; why: string }[];
  /** Rows set aside because they look like no record; the first of them. */
  skipped: readonly { table: string; row: number; reason: string; text: string }[];
  /** Words of likelihood or impact that nobody understands yet. */
  levels: readonly string[];
  /** The words of the program's scale when the file was read; null: nobody noted them. */
  scale: ScaleWords | null;
  questions: number;
  leftOut: number;
  peopleAdded: number;
  sourcesAdded: number;
  /** How many things of each kind were written. */
  written: Readonly<Record<string, number>>;
};

/** The refused rows of one sheet, with the cells of the file. */
export type RefusedSheet = {
  name: string;
  header: readonly string[];
  refused: readonly { row: number; cells: readonly string[]; problems: readonly Problem[] }[];
};

/** What of the preview is shown. */
export type PreviewShow = Outcome | "questions";

/** One page of the rows of one outcome; `digest` stands for the whole plan. */
export type Preview = {
  counts: Counts;
  questions: number;
  digest: string;
  show: PreviewShow;
  /** How many rows of each kind there are in what is shown. */
  entities: readonly { entity: Entity; count: number }[];
  entity: Entity | null;
  page: number;
  total: number;
  rows: readonly RowView[];
};

/** What stands in the way of taking an import back, and what taking it back means. */
export type UndoView = {
  blockers: readonly { subject: string; why: string }[];
  /** All of them; `blockers` holds the first. */
  blocked: number;
  removes: readonly { entity: string; count: number }[];
  restores: readonly { entity: string; count: number }[];
};

export type ImportDetail = ImportSummary & {
  version: number;
  fileDigest: string;
  table: string | null;
  /** The table that is mapped: the first that was read, or the one that was not understood. */
  columns: readonly ColumnView[];
  report: ImportReport;
  /** Null until the file is understood, and once it was committed or discarded. */
  preview: Preview | null;
  progress: ImportProgress;
  /** Why there is no preview, or why the last try came to nothing, in words. */
  problem: string | null;
};
