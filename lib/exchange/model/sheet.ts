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
