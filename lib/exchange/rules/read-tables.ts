import { counted, listed } from "@/lib/kernel/text";
import { FORMAT_LABELS } from "../labels";
import { type FormatName, TEMPLATES } from "../model/formats";
import type { Mapping, ReadBook, Reading, ReadRow, ReadTable } from "../model/reading";
import type { Sheet, Table, TableFile } from "../model/sheet";
import { quoted } from "./cells";
import { tidySheet } from "./find-header";
import {
  defaultMapping,
  headKey,
  knowsHead,
  mappingProblems,
  recogniseFormat,
  unrecognisedHeader,
} from "./formats";
import { guessMapping } from "./guess-mapping";
import { readRows } from "./read-rows";

const FOUND_OUT: Reading = {
  table: null,
  format: null,
  mapping: null,
  sourceName: null,
  levels: {},
  scale: null,
};

/**
 * Understands a file: every sheet of Wavegate's own in one go, else the first sheet that is recognised as a tool's; the
 * other sheets are named. What `reading` states is taken as a person's choice. Words where nothing can be read so.
 */
export function readTables(file: TableFile, reading: Partial<Reading> = {}): ReadBook {
  const chosen = { ...FOUND_OUT, ...reading };
  const tables = file.tables.map((table) => ({ ...table, sheet: tidySheet(table.sheet, knowsHead) }));
  const picked = chosen.table === null && chosen.format === null ? ownSheets(tables) : [];
  const read = picked.length > 0 ? picked : one(tables, chosen);
  if ("problem" in read) return nothing(tables, file, read);
  const problem = firstProblem(read);
  if (problem !== null) return nothing(tables, file, problem);
  const rows: ReadRow[] = [];
  const notes: string[] = [];
  for (const table of read) {
    const others = tables.filter((other) => other.name !== table.name);
    const result = readRows(table, chosen, others);
    for (const row of result.rows) rows.push(row);
    notes.push(...result.notes, ...(table.format === "azure-migrate" ? projectNotes(others) : []));
    notes.push(...tableNotes(tables, table));
  }
  const blankRows = read.reduce((sum, table) => sum + table.sheet.blankRows, 0);
  return {
    tables: read,
    leftOut: leftOut(tables, file, read),
    rows,
    notes,
    blankRows,
    problem: null,
    toMap: null,
  };
}

type Refused = { problem: string; table: Table; format: FormatName | null; mapping: Mapping | null };

/** Wavegate's own sheets, in the order in which they are written; none unless the file is a workbook of several. */
function ownSheets(tables: readonly Table[]): ReadTable[] {
  if (tables.length < 2) return [];
  const recognised = tables.flatMap((table) => understood(table, recogniseFormat(table.sheet.header)) ?? []);
  if (recognised.some((table) => !isTemplate(table.format))) return [];
  const named = recognised.filter((table) => tables.length === 1 || isOwn(table));
  return TEMPLATES.flatMap((format) => named.filter((table) => table.format === format));
}

/** A sheet of Wavegate's bears the name of its template, or begins with heads that are all of them its own. */
function isOwn({ name, format, sheet, mapping }: ReadTable): boolean {
  if (name.trim().toLowerCase() === format) return true;
  if (sheet.skipped.some(({ reason }) => reason === "title")) return false;
  return sheet.header.every((head, at) => head === "" || mapping[at] !== null);
}

function isTemplate(format: FormatName): boolean {
  return TEMPLATES.some((one) => one === format);
}

/** The sheet that was chosen, else the one recognised with the most rows; tools before Wavegate's own words. */
function one(tables: readonly Table[], chosen: Reading): ReadTable[] | Refused {
  const at = chosen.table === null ? undefined : tables.find((table) => table.name === chosen.table);
  const asked = at === undefined ? visible(tables) : [at];
  const [first] = asked;
  if (chosen.table !== null && at === undefined && first !== undefined) {
    const problem = `The file holds no sheet “${chosen.table}”.`;
    return { problem, table: first, format: null, mapping: null };
  }
  const formats = asked.map((table) => ({
    table,
    format: chosen.format ?? recogniseFormat(table.sheet.header),
  }));
  const fitting = formats.filter(({ table, format }) => format === recogniseFormat(table.sheet.header));
  const known = (fitting.length === 0 ? formats : fitting).filter(({ format }) => format !== null);
  const tools = known.filter(({ format }) => format !== null && !isTemplate(format));
  const best = largest(tools) ?? largest(known) ?? largest(formats);
  if (best === undefined) throw new Error("a file that was read holds a table");
  const { table, format } = best;
  if (format === null)
    return { problem: unrecognisedHeader(table.sheet.header), table, format: null, mapping: null };
  return [
    {
      name: table.name,
      format,
      sheet: table.sheet,
      mapping: chosen.mapping ?? mappingByHeads(format, table.sheet.header, chosen.format !== null),
    },
  ];
}

/** By the heads' own names; where these do not do and a person said what it is, also by what others call the columns. */
function mappingByHeads(format: FormatName, header: readonly string[], isSaid: boolean): Mapping {
  const named = defaultMapping(format, header);
  if (!isSaid || mappingProblems(format, named).length === 0) return named;
  return guessMapping(header).find((guess) => guess.format === format)?.mapping ?? named;
}

function visible(tables: readonly Table[]): readonly Table[] {
  const shown = tables.filter((table) => !table.hidden);
  return shown.length === 0 ? tables : shown;
}

function largest<T extends { table: Table }>(all: readonly T[]): T | undefined {
  return all.reduce<T | undefined>(
    (best, next) =>
      best === undefined || next.table.sheet.rows.length > best.table.sheet.rows.length ? next : best,
    undefined,
  );
}

function understood(table: Table, format: FormatName | null): ReadTable[] | null {
  if (format === null) return null;
  return [
    { name: table.name, format, sheet: table.sheet, mapping: defaultMapping(format, table.sheet.header) },
  ];
}

function firstProblem(read: readonly ReadTable[]): Refused | null {
  for (const { name, format, sheet, mapping } of read) {
    const problems = mappingProblems(format, mapping);
    const table = { name, sheet, hidden: false, formulasWithoutValue: 0, errorCells: 0 };
    const where = read.length > 1 ? `Sheet “${name}”: ` : "";
    if (problems.length > 0) return { problem: where + problems.join(" "), table, format, mapping };
    if (sheet.rows.length === 0 && read.length === 1)
      return { problem: "Below its header the table holds no rows.", table, format, mapping };
  }
  return null;
}

function nothing(tables: readonly Table[], file: TableFile, refused: Refused): ReadBook {
  const { table, problem, format, mapping } = refused;
  const guess = guessMapping(table.sheet.header)[0];
  const toMap = {
    name: table.name,
    sheet: table.sheet,
    format: format ?? guess?.format ?? null,
    mapping: mapping ?? guess?.mapping ?? table.sheet.header.map(() => null),
  };
  const words =
    tables.length > 1
      ? `The sheets are ${listed(
          tables.map((one) => `“${one.name}”`),
          12,
        )}. ${problem}`
      : problem;
  return {
    tables: [],
    leftOut: leftOut(tables, file, []),
    rows: [],
    notes: [],
    blankRows: 0,
    problem: words,
    toMap,
  };
}

function leftOut(tables: readonly Table[], file: TableFile, read: readonly ReadTable[]): ReadBook["leftOut"] {
  const used = new Set(read.map((table) => table.name));
  const joined = read.some((table) => table.format === "rvtools");
  return [
    ...tables
      .filter((table) => !used.has(table.name))
      .map((table) => ({ name: table.name, why: whyLeftOut(table, joined) })),
    ...file.emptySheets.map((name) => ({ name, why: "It is empty." })),
  ];
}

const PROJECT = "azure migrate project name";

/** Which project a discovery report comes from, as its sheet of properties says. */
function projectNotes(others: readonly Table[]): string[] {
  for (const { sheet } of others) {
    const at = sheet.header.findIndex((head) => headKey(head) === PROJECT);
    const project = sheet.rows[0]?.cells[at] ?? "";
    if (project !== "") return [`Exported from the Azure Migrate project ${quoted(project)}.`];
  }
  return [];
}

const SIDE_SHEETS = new Set(["vcpu", "vmemory", "vdisk"]);

function whyLeftOut(table: Table, joined: boolean): string {
  if (joined && SIDE_SHEETS.has(table.name.toLowerCase()))
    return "Only what vInfo leaves empty is taken from it.";
  if (table.sheet.header.some((head) => headKey(head) === PROJECT))
    return "Only the name of the project is taken from it.";
  const format = recogniseFormat(table.sheet.header);
  if (format !== null) return `It looks like ${FORMAT_LABELS[format]}; choose the sheet to read it.`;
  return "Its header is of no format Wavegate knows.";
}

/** What was set aside or could not be taken as text, in sentences. */
function tableNotes(tables: readonly Table[], { name, sheet }: ReadTable): string[] {
  const table = tables.find((one) => one.name === name);
  const where = tables.length > 1 ? ` on sheet “${name}”` : "";
  const notes = [
    sheet.skipped.length > 0 && `Set aside${where}: ${listed(sheet.skipped.map(skippedWords), 4)}.`,
    (table?.formulasWithoutValue ?? 0) > 0 &&
      `${counted(table?.formulasWithoutValue ?? 0, "formula")} without a stored result${where} read as empty.`,
    (table?.errorCells ?? 0) > 0 &&
      `${counted(table?.errorCells ?? 0, "cell")} with an error${where} read as empty.`,
  ];
  const beyond = sheet.rows.filter(({ cells }) => holdsMore(cells, sheet.header.length));
  if (beyond.length > 0) {
    const rows = listed(
      beyond.slice(0, 100).map(({ row }) => String(row)),
      4,
    );
    notes.push(`Not read${where}: cells beyond the last column, in row ${rows}.`);
  }
  return notes.filter((note) => note !== false);
}

function holdsMore(cells: readonly string[], width: number): boolean {
  return cells.length > width && cells.slice(width).some((cell) => cell !== "");
}

function skippedWords({ row, reason, text }: Sheet["skipped"][number]): string {
  const what = { title: "a title", repeated_header: "the header again", total: "a row of totals" }[reason];
  return `row ${row}, ${what} (“${text.slice(0, 40)}”)`;
}
