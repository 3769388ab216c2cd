/** The formats of which Wavegate hands out a template; in the order in which a workbook of several is read. */
export const TEMPLATES = [
  "workloads",
  "sites",
  "processes",
  "assets",
  "dependencies",
  "risks",
  "recovery-targets",
] as const;
export type TemplateName = (typeof TEMPLATES)[number];

/** The formats of tools. `konveyor` and `aws-migration-factory` speak of several things in one row. */
export const TOOL_FORMATS = [
  "konveyor",
  "aws-migration-factory",
  "azure-migrate",
  "azure-dependencies",
  "rvtools",
] as const;
export type ToolFormat = (typeof TOOL_FORMATS)[number];

/** The shapes of file that Wavegate reads. */
export const FORMATS = [...TEMPLATES, ...TOOL_FORMATS] as const;
export type FormatName = (typeof FORMATS)[number];

/** What rows come to, in the order in which it is written: what is named stands before what names it. */
export const ENTITIES = [
  "workload",
  "site",
  "process",
  "asset",
  "wave",
  "membership",
  "dependency",
  "external-link",
  "risk",
  "target",
] as const;
export type Entity = (typeof ENTITIES)[number];

export const OUTCOMES = ["create", "update", "unchanged", "refused"] as const;
export type Outcome = (typeof OUTCOMES)[number];

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

/** Largest file that is taken; bytes. */
export const MAX_FILE_BYTES = 100 * 1024 * 1024;
/** A file up to this size is read while its sender waits, and an import of so few rows written; others are jobs. */
export const SMALL_BYTES = 300_000;
export const SMALL_ROWS = 1_000;
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

/** A cell to write, by its type; a Date at midnight UTC is a day, any other an instant. Null is an empty cell. */
export type OutCell = string | number | boolean | Date | null;

/** A sheet to write. `widths` in characters, `notes` beside the heads, `lists` the words a column allows. */
export type OutSheet = {
  name: string;
  header: readonly string[];
  rows: readonly (readonly OutCell[])[];
  widths?: readonly number[];
  notes?: readonly (string | null)[];
  lists?: readonly (readonly string[] | null)[];
};

/** For each column the name of the field it fills, or null where it is left out. */
export type Mapping = readonly (string | null)[];

/** What a cell states, in the form in which it is kept and compared; durations in minutes, dates as `YYYY-MM-DD`. */
export type Value = string | number | boolean | readonly string[];
export type Facts = Readonly<Record<string, Value>>;

/** Why a row is refused: where, what was there, what was expected, what to do. */
export type Problem = { column: string; found: string; expected: string; fix: string };

/** Whose word a row is, and by which id that source knows the subject. */
export type Said = { source: string; externalId: string | null };

/** A row in the words of one entity; `facts` holds only what is stated. */
export type ReadRow = {
  row: number;
  /** The sheet it stands on; "" for a file of one table. */
  table: string;
  entity: Entity | "flow";
  facts: Facts;
  /** E-mail addresses that stood beside names, by name. */
  emails: Readonly<Record<string, string>>;
  /** The head of the column that stated a field. */
  columns: Readonly<Record<string, string>>;
  problems: readonly Problem[];
  /** Null: a person states it. */
  said: Said | null;
  /** What a person should know of how the row was read, in sentences. */
  notes: readonly string[];
};

/** One thing that Wavegate knows, in the same words as `Facts`; absent is unknown. */
export type Known = {
  id: string;
  version: number;
  facts: Readonly<Record<string, Value | null>>;
  /** Which source stands behind a fact, by the fact's key (`FACT_FIELDS`, `AssetFacts`); absent: a person. */
  origins?: Readonly<Record<string, string>>;
};

/** What a source said of a workload or asset; `facts` by the fact's key, people, tiers and workloads as names. */
export type KnownClaim = Said & { entity: "workload" | "asset"; subjectId: string; facts: Facts };

export type KnownWave = { id: string; number: number; name: string; open: boolean };

type KnownPlaces = "workloads" | "assets" | "sites" | "processes";
type KnownPart = KnownPlaces | "dependencies" | "externalLinks" | "risks" | "targets";

/** What the plan is made against: everything of the program that the file may speak of. */
export type Snapshot = Readonly<Record<KnownPart, readonly Known[]>> & {
  tiers: readonly { id: string; name: string; rtoMinutes: number | null; rpoMinutes: number | null }[];
  domains: readonly { id: string; name: string }[];
  claims: readonly KnownClaim[];
  /** How far sources are trusted, 1 to 5; one that is not here as such tools are. */
  sources: readonly { name: string; trust: number }[];
  /** `open`: workloads may still come and go. */
  waves: readonly KnownWave[];
  memberships: readonly { workloadId: string; waveId: string }[];
  /** What the importer may do besides importing. */
  may: { planWaves: boolean };
};
export type SnapshotPart = keyof Snapshot;

/** One field that a row changes, in words ready to show; `from` is null where nothing was known. */
export type FieldChange = { field: string; label: string; from: string | null; to: string; why?: string };

/** What a source says of a workload or asset with every fact it states, applied or not; by the fact's key. */
export type PlannedClaim = Said & { facts: Facts };

/** Sources disagree about a fact: the present value stands, and somebody is asked. `field` is the fact's key. */
export type PlannedQuestion = {
  field: string;
  label: string;
  present: Value | null;
  /** Null: a person. */
  presentSource: string | null;
  stated: Value;
};

/**
 * What a row comes to. `sets` holds what is to be written: all of it for a new row, the changed fields otherwise.
 * `changes` is empty for a new row: `shownChanges` tells them.
 */
export type PlannedRow = {
  row: number;
  table: string;
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
  claim?: PlannedClaim;
  questions?: readonly PlannedQuestion[];
  notes?: readonly string[];
};

export type Counts = Record<Outcome, number>;

export type Plan = {
  format: FormatName;
  rows: readonly PlannedRow[];
  counts: Counts;
  blankRows: number;
  /** How many questions the rows raise. */
  questions: number;
};

/** Which level 1 to 5 a word for likelihood or impact means, by its `nameKey`; a person says so for one file. */
export type LevelWords = Readonly<Record<string, 1 | 2 | 3 | 4 | 5>>;

/** How a file is to be read where a person chose: what is null is found out. */
export type Reading = {
  /** The sheet of a workbook; null: every sheet that is recognised. */
  table: string | null;
  format: FormatName | null;
  mapping: Mapping | null;
  /** Whose word the file is; null: the tool's own, or for Wavegate's own tables a person's. */
  sourceName: string | null;
  levels: LevelWords;
};

/** A table of a file in the words of its format. */
export type ReadTable = { name: string; format: FormatName; sheet: Sheet; mapping: Mapping };

/** A file in the words of its formats. */
export type ReadBook = {
  tables: readonly ReadTable[];
  /** The sheets that were not read, with why. */
  leftOut: readonly { name: string; why: string }[];
  rows: readonly ReadRow[];
  /** What a person should know of how the file was read, in sentences. */
  notes: readonly string[];
  blankRows: number;
  /** Why the file cannot be read so, in words; null when it was read. */
  problem: string | null;
  /** The table that a person may map by hand where there is a problem; null when there is none. */
  toMap: { name: string; sheet: Sheet; format: FormatName | null; mapping: Mapping } | null;
};

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

/** How far a job has come; `total` 0: not known yet. */
export type ImportProgress = {
  state: ImportState;
  stage: string;
  done: number;
  total: number;
  problem: string | null;
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
