/** The shapes of file that Wavegate reads. `konveyor` holds applications and their links in one file. */
export const FORMATS = ["workloads", "dependencies", "risks", "recovery-targets", "konveyor"] as const;
export type FormatName = (typeof FORMATS)[number];

/** The formats of which Wavegate hands out a template. */
export const TEMPLATES = ["workloads", "dependencies", "risks", "recovery-targets"] as const;
export type TemplateName = (typeof TEMPLATES)[number];

export const ENTITIES = ["workload", "dependency", "risk", "target"] as const;
export type Entity = (typeof ENTITIES)[number];

export const OUTCOMES = ["create", "update", "unchanged", "refused"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type ImportState =
  | "uploaded"
  | "reading"
  | "previewed"
  | "importing"
  | "committed"
  | "failed"
  | "discarded"
  | "undone";

/** Largest file that is looked at, and largest that is kept for a preview in this version; bytes. */
export const MAX_FILE_BYTES = 100 * 1024 * 1024;
export const MAX_KEPT_BYTES = 20 * 1024 * 1024;
/** A workbook as it is kept, and what it may unpack to; bytes. */
export const MAX_WORKBOOK_BYTES = 50 * 1024 * 1024;
export const MAX_UNPACKED_BYTES = 500 * 1024 * 1024;
export const MAX_ROWS = 200_000;
export const MAX_COLUMNS = 500;
/** Cells of a whole file, up to the last one of each row that holds text. */
export const MAX_CELLS = 5_000_000;
/** Characters of one cell. */
export const MAX_CELL = 100_000;

/** One record of a file; `row` is its number as a spreadsheet counts, the header's included. */
export type SheetRow = { row: number; cells: readonly string[] };

/** A row that looks like no record and was set aside: never silently. `text` holds its first words. */
export type SkippedRow = { row: number; reason: "title" | "repeated_header" | "total"; text: string };

/** A file, or a sheet of a workbook, as a table of trimmed text. `blankRows` were skipped. */
export type Sheet = {
  header: readonly string[];
  /** The number of the header's row. */
  headerRow: number;
  rows: readonly SheetRow[];
  blankRows: number;
  skipped: readonly SkippedRow[];
  /** Null in a workbook, as is the delimiter. */
  encoding: "utf-8" | "utf-16" | "windows-1252" | null;
  delimiter: string | null;
};

/** A sheet of a file with its name, and what of its cells could not be taken as text. */
export type Table = {
  name: string;
  hidden: boolean;
  sheet: Sheet;
  /** Cells with a formula whose result the file does not hold; they are read as empty. */
  formulasWithoutValue: number;
  /** Cells that hold an error such as #REF!; they are read as empty. */
  errorCells: number;
};

/** A file as tables; of a workbook the sheets without text are only named. */
export type TableFile = {
  kind: "csv" | "xlsx";
  tables: readonly Table[];
  emptySheets: readonly string[];
};

/** Reads a file of one kind. Throws AppError INVALID in words for whatever it cannot read, and nothing else. */
export type SheetReader = (bytes: Uint8Array) => Sheet;

/** For each column the name of the field it fills, or null where it is left out. */
export type Mapping = readonly (string | null)[];

/** What a cell states, in the form in which it is kept and compared; durations in minutes, dates as `YYYY-MM-DD`. */
export type Value = string | number | boolean | readonly string[];
export type Facts = Readonly<Record<string, Value>>;

/** Why a row is refused: where, what was there, what was expected, what to do. */
export type Problem = { column: string; found: string; expected: string; fix: string };

/** A row in the words of one entity; `facts` holds only what is stated. */
export type ReadRow = {
  row: number;
  entity: Entity;
  facts: Facts;
  /** E-mail addresses that stood beside names, by name. */
  emails: Readonly<Record<string, string>>;
  /** The head of the column that stated a field. */
  columns: Readonly<Record<string, string>>;
  problems: readonly Problem[];
};

/** One thing that Wavegate knows, in the same words as `Facts`; absent is unknown. */
export type Known = { id: string; version: number; facts: Readonly<Record<string, Value | null>> };

/** What the plan is made against: everything of the program that the file may speak of. */
export type Snapshot = {
  workloads: readonly Known[];
  dependencies: readonly Known[];
  risks: readonly Known[];
  targets: readonly Known[];
  tiers: readonly { id: string; name: string; rtoMinutes: number | null; rpoMinutes: number | null }[];
  domains: readonly { id: string; name: string }[];
};

/** One field that a row changes, in words ready to show; `from` is null where nothing was known. */
export type FieldChange = { field: string; label: string; from: string | null; to: string };

/** What a row comes to. `sets` holds what is to be written: all of it for a new row, the changed fields otherwise. */
export type PlannedRow = {
  row: number;
  entity: Entity;
  outcome: Outcome;
  /** The words by which a person knows the subject. */
  subject: string;
  id: string | null;
  version: number | null;
  changes: readonly FieldChange[];
  sets: Facts;
  emails: Readonly<Record<string, string>>;
  problems: readonly Problem[];
};

export type Counts = Record<Outcome, number>;

export type Plan = { format: FormatName; rows: readonly PlannedRow[]; counts: Counts; blankRows: number };

export type ColumnView = { index: number; head: string; samples: readonly string[]; field: string | null };

/** A row of the preview as pages and the command line show it. */
export type RowView = Pick<PlannedRow, "row" | "entity" | "outcome" | "subject" | "changes" | "problems">;

export type ImportSummary = {
  id: string;
  fileName: string;
  fileBytes: number;
  format: FormatName | null;
  state: ImportState;
  counts: Counts | null;
  byName: string;
  createdAt: Date;
  committedAt: Date | null;
};

/** What was done with a file, kept for good; `header` and `cells` are those of the file. */
export type ImportReport = {
  leftOut: number;
  blankRows: number;
  peopleAdded: number;
  header: string[];
  refused: { row: number; cells: string[]; problems: Problem[] }[];
};

/** One page of the rows of one outcome; `digest` stands for the whole plan. */
export type Preview = {
  counts: Counts;
  digest: string;
  blankRows: number;
  show: Outcome;
  page: number;
  total: number;
  rows: readonly RowView[];
};

export type ImportDetail = ImportSummary & {
  version: number;
  fileDigest: string;
  columns: readonly ColumnView[];
  /** Null until the file is understood, and once it was committed or discarded. */
  preview: Preview | null;
  /** Why there is no preview, in words. */
  problem: string | null;
  report: ImportReport | null;
};
