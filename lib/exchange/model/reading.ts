import type { FormatName } from "./formats";
import type { Sheet } from "./sheet";

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

/** Which level 1 to 5 a word for likelihood or impact means, by its `nameKey`; a person says so for one file. */
export type LevelWords = Readonly<Record<string, 1 | 2 | 3 | 4 | 5>>;

/** The names of the levels 1 to 5 in the scale that the program uses. */
export type ScaleWords = { likelihood: readonly string[]; impact: readonly string[] };

/** How a file is to be read where a person chose: what is null is found out. */
export type Reading = {
  /** The sheet of a workbook; null: every sheet that is recognised. */
  table: string | null;
  format: FormatName | null;
  mapping: Mapping | null;
  /** Whose word the file is; null: the tool's own, or for Wavegate's own tables a person's. */
  sourceName: string | null;
  levels: LevelWords;
  /** Null: the scale that every program begins with. */
  scale: ScaleWords | null;
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
