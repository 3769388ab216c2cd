import type { Entity, FormatName, Mapping, ReadRow, Sheet, SheetRow, TemplateName } from "../model";
import { type Cells, missing, quoted } from "./cells";
import { type Field, fieldOf } from "./fields";
import { readCell } from "./read-cell";
import { readKonveyorRow } from "./read-konveyor";

const ENTITY_OF: Record<TemplateName, Entity> = {
  workloads: "workload",
  dependencies: "dependency",
  risks: "risk",
  "recovery-targets": "target",
};

type Column = { index: number; head: string; field: Field };

/** Every row of a sheet in the words of its format. A mapping that cannot be used is the caller's to refuse. */
export function readRows(format: FormatName, sheet: Sheet, mapping: Mapping): ReadRow[] {
  const columns = columnsOf(format, sheet.header, mapping);
  return sheet.rows.map((row) => {
    const cells = readCells(columns, row);
    return format === "konveyor" ? readKonveyorRow(cells) : readTemplateRow(format, cells, columns);
  });
}

function columnsOf(format: FormatName, header: readonly string[], mapping: Mapping): Column[] {
  return header.flatMap((head, index) => {
    const name = mapping[index];
    const field = name === undefined || name === null ? null : fieldOf(format, name);
    return field === null ? [] : [{ index, head: head === "" ? `column ${index + 1}` : head, field }];
  });
}

function readCells(columns: readonly Column[], row: SheetRow): Cells {
  const cells: Cells = { row: row.row, values: {}, emails: {}, columns: {}, tags: [], problems: [] };
  let category = "";
  for (const { index, head, field } of columns) {
    cells.columns[field.name] ??= head;
    const cell = row.cells[index]?.trim() ?? "";
    if (field.kind.type === "tag-category") category = cell;
    if (cell === "" || field.kind.type === "tag-category") continue;
    const reading = readCell(field.kind, cell);
    if ("expected" in reading) {
      cells.problems.push({ column: head, found: quoted(cell), ...reading });
    } else if (field.kind.type === "tag") {
      cells.tags.push(category === "" ? String(reading.value) : `${category}: ${reading.value}`);
    } else {
      cells.values[field.name] = reading.value;
      if (reading.email !== undefined) cells.emails[String(reading.value)] = reading.email;
    }
  }
  return cells;
}

function readTemplateRow(format: TemplateName, cells: Cells, columns: readonly Column[]): ReadRow {
  const absent = columns.filter(
    ({ field, head }) =>
      field.required &&
      cells.values[field.name] === undefined &&
      !cells.problems.some((one) => one.column === head),
  );
  return {
    row: cells.row,
    entity: ENTITY_OF[format],
    facts: cells.values,
    emails: cells.emails,
    columns: cells.columns,
    problems: [
      ...cells.problems,
      ...absent.map(({ field }) => missing(cells.columns, field.name, field.label)),
    ],
  };
}
