import { TOOL_SOURCES } from "../labels";
import type { TemplateName } from "../model/formats";
import type {
  Entity,
  LevelWords,
  Problem,
  ReadRow,
  ReadTable,
  Said,
  ScaleWords,
  Value,
} from "../model/reading";
import type { SheetRow, Table } from "../model/sheet";
import { type Cells, missing, NO_EMAILS, NO_PROBLEMS, quoted, rowOf } from "./cells";
import { type Field, fieldOf } from "./fields";
import { statesNothing } from "./nothing-words";
import { readAws } from "./read-aws";
import { type CellOptions, readCell } from "./read-cell";
import { readFlows } from "./read-flows";
import { readKonveyor } from "./read-konveyor";
import { readAzureMachines, readRvtools } from "./read-machines";

export const ENTITY_OF: Record<TemplateName, Entity> = {
  workloads: "workload",
  sites: "site",
  processes: "process",
  assets: "asset",
  dependencies: "dependency",
  risks: "risk",
  "recovery-targets": "target",
};

type Column = { index: number; head: string; field: Field };
export type RowOptions = { sourceName: string | null; levels: LevelWords; scale: ScaleWords | null };

/**
 * Every row of a table in the words of its format. A mapping that cannot be used is the caller's to refuse. `others` are
 * the other sheets of the file.
 */
export function readRows(
  table: ReadTable,
  { sourceName, levels, scale }: RowOptions,
  others: readonly Table[] = [],
): { rows: ReadRow[]; notes: string[] } {
  const { format, sheet } = table;
  const columns = columnsOf(table);
  const heads: Record<string, string> = {};
  for (const { field, head } of columns) heads[field.name] ??= head;
  const options = {
    levels,
    scale,
    plain: sheet.delimiter === null,
    tool: format in TOOL_SOURCES,
    ownNeeds: format === "konveyor",
  };
  const all = sheet.rows.map((row) => readCells(columns, heads, row, table.name, options));
  switch (format) {
    case "konveyor":
      return { rows: readKonveyor(all, sourceName ?? TOOL_SOURCES[format]), notes: [] };
    case "aws-migration-factory":
      return { rows: readAws(all, sourceName ?? TOOL_SOURCES[format]), notes: [] };
    case "azure-migrate":
      return readAzureMachines(all, sourceName ?? TOOL_SOURCES[format]);
    case "azure-dependencies":
      return { rows: readFlows(all, sourceName ?? TOOL_SOURCES[format]), notes: [] };
    case "rvtools":
      return readRvtools(all, sourceName ?? TOOL_SOURCES[format], others);
    default:
      return { rows: all.map((cells) => templateRow(format, cells, sourceName)), notes: [] };
  }
}

function columnsOf({ format, sheet, mapping }: ReadTable): Column[] {
  return sheet.header.flatMap((head, index) => {
    const name = mapping[index];
    const field = name === undefined || name === null ? null : fieldOf(format, name);
    return field === null ? [] : [{ index, head: head === "" ? `column ${index + 1}` : head, field }];
  });
}

type ReadOptions = CellOptions & { tool: boolean; ownNeeds: boolean };

/** While a row is read; what most rows do not have is made when it comes. */
type Making = { -readonly [K in keyof Cells]: Cells[K] } & { category: string };

function readCells(
  columns: readonly Column[],
  heads: Readonly<Record<string, string>>,
  row: SheetRow,
  table: string,
  options: ReadOptions,
): Cells {
  const cells: Making = {
    row: row.row,
    table,
    values: {},
    emails: NO_EMAILS,
    columns: heads,
    tags: NO_TAGS,
    problems: NO_PROBLEMS,
    category: "",
  };
  for (const column of columns) take(cells, column, row.cells[column.index] ?? "", options);
  if (!options.ownNeeds) refuseMissing(cells, columns);
  return cells;
}

const NO_TAGS: readonly string[] = Object.freeze([]);

function take(cells: Making, { field, head }: Column, cell: string, options: ReadOptions): void {
  if (field.kind.type === "tag-category") cells.category = cell;
  if (cell === "" || field.kind.type === "tag-category") return;
  if (saysNothing(field, cell, options.tool)) {
    if (field.required) refuse(cells, named(head, cell, field));
    return;
  }
  const reading = readCell(field.kind, cell, options);
  if ("expected" in reading) refuse(cells, { column: head, found: quoted(cell), ...reading });
  else if (field.kind.type === "tag") {
    const tag = cells.category === "" ? String(reading.value) : `${cells.category}: ${reading.value}`;
    cells.tags = [...cells.tags, tag];
  } else {
    cells.values[field.name] = reading.value;
    if (reading.email !== undefined)
      cells.emails = { ...cells.emails, [String(reading.value)]: reading.email };
  }
}

function refuse(cells: Making, problem: Problem): void {
  cells.problems = [...cells.problems, problem];
}

function refuseMissing(cells: Making, columns: readonly Column[]): void {
  for (const { field, head } of columns) {
    if (!field.required || cells.values[field.name] !== undefined) continue;
    if (!cells.problems.some((one) => one.column === head))
      refuse(cells, missing(cells.columns, field.name, field.label));
  }
}

/** Tools write -1 for a number that they do not know. */
function saysNothing(field: Field, cell: string, tool: boolean): boolean {
  if (statesNothing(cell)) return true;
  return tool && cell === "-1" && (field.kind.type === "integer" || field.kind.type === "size");
}

function named(head: string, cell: string, field: Field): Problem {
  const expected = `the ${field.label.toLowerCase()}; “${cell}” states nothing`;
  return { column: head, found: quoted(cell), expected, fix: "Fill the cell in, or delete the row." };
}

function templateRow(format: TemplateName, cells: Cells, sourceName: string | null): ReadRow {
  let problems = cells.problems;
  if (format !== "workloads" && format !== "assets" && format !== "risks")
    return rowOf(cells, ENTITY_OF[format], cells.values, { problems });
  const half = halfIdentity(format, cells, sourceName);
  if (half !== null) problems = [...problems, half];
  const said = saidIn(format, cells, sourceName);
  return rowOf(cells, ENTITY_OF[format], identified(format, cells.values, sourceName), { problems, said });
}

/** The facts with the source of their id; a source that gives no id is whose word the row is, not an identity. */
function identified(format: TemplateName, values: Record<string, Value>, sourceName: string | null) {
  const { source, external_id: externalId, code } = values;
  if (format === "risks" && code !== undefined && (source ?? sourceName ?? null) !== null) {
    values.external_id = externalId ?? code;
    values.source = source ?? sourceName ?? "";
    delete values.code;
    return values;
  }
  if (source === undefined && externalId === undefined) return values;
  if (format === "assets") delete values.source;
  if (format === "assets") delete values.external_id;
  if (format === "workloads" && externalId === undefined) delete values.source;
  if (format !== "assets" && externalId !== undefined && source === undefined && sourceName !== null)
    values.source = sourceName;
  return values;
}

function saidIn(format: TemplateName, { values }: Cells, sourceName: string | null): Said | null {
  const source = typeof values.source === "string" ? values.source : sourceName;
  if (source === null || format === "risks") return null;
  return { source, externalId: typeof values.external_id === "string" ? values.external_id : null };
}

/** An id without the source that gave it finds nothing again; neither does a risk's source without an id. */
function halfIdentity(
  format: TemplateName,
  { values, columns }: Cells,
  sourceName: string | null,
): Problem | null {
  const { source, external_id: externalId } = values;
  if (externalId !== undefined && source === undefined && sourceName === null) {
    return {
      column: columns.source ?? "Source",
      found: "an empty cell",
      expected: "the name of the source that gave the external id",
      fix: "Name the source, in the row or for the whole file, or leave out the external id.",
    };
  }
  if (format !== "risks" || source === undefined || externalId !== undefined || values.code !== undefined)
    return null;
  return {
    column: columns.external_id ?? "External id",
    found: "an empty cell",
    expected: "the id by which the source knows it",
    fix: "Give the external id, or leave out the source.",
  };
}
