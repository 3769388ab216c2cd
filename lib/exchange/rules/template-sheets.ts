import { formatCount } from "@/lib/kernel/text";
import { FORMAT_LABELS } from "../labels";
import type { TemplateName } from "../model/formats";
import type { OutCell, OutSheet } from "../model/sheet";
import { FIELDS, type Field, type FieldKind } from "./fields";
import { templateTable } from "./templates";

const ABOUT = ["Sheet", "Column", "Needed", "What it holds", "Allowed words", "Example"];

const NUMERIC: ReadonlySet<FieldKind["type"]> = new Set(["integer", "minutes", "level", "size"]);

/** Templates as sheets of a workbook: lists and notes at their columns, and a sheet that explains every column. */
export function templateSheets(names: readonly TemplateName[]): OutSheet[] {
  const about: OutSheet = {
    name: "About",
    header: ABOUT,
    rows: names.flatMap(aboutRows),
    widths: [20, 24, 10, 60, 60, 40],
  };
  return [...names.map(templateSheet), about];
}

function templateSheet(name: TemplateName): OutSheet {
  const [header = [], ...rows] = templateTable(name);
  const fields = header.map((head) => FIELDS[name].find((field) => field.name === head) ?? null);
  return {
    name,
    header,
    rows: rows.map((row) => row.map((cell, at) => typed(cell, fields[at]?.kind))),
    notes: fields.map((field) => (field === null ? null : noteFor(field))),
    lists: fields.map((field) => (field === null ? null : allowedWords(field.kind))),
  };
}

function aboutRows(name: TemplateName): OutCell[][] {
  const [header = [], first = []] = templateTable(name);
  return FIELDS[name].map((field) => [
    FORMAT_LABELS[name],
    field.name,
    field.required ? "yes" : "no",
    meaning(field),
    allowedWords(field.kind)?.join(", ") ?? null,
    first[header.indexOf(field.name)] ?? null,
  ]);
}

function noteFor(field: Field): string {
  const words = allowedWords(field.kind);
  const list = words === null ? "" : `\nWords: ${words.join(", ")}.`;
  return `${meaning(field)}${field.required ? " Every row needs it." : ""}${list}`;
}

function meaning(field: Field): string {
  return `${field.label}: ${howRead(field.kind)}.`;
}

function howRead(kind: FieldKind): string {
  switch (kind.type) {
    case "text":
      return `text of up to ${formatCount(kind.max)} characters`;
    case "choice":
      return "one word of the list";
    case "minutes":
      return "a duration such as 4 h, 1 h 30 min or 2 d, or whole minutes";
    case "integer":
      return `a whole number from ${formatCount(kind.min)} to ${formatCount(kind.max)}${unit(kind)}`;
    case "size":
      return `an amount such as 16 GB; a bare number counts ${kind.given}`;
    case "addresses":
      return "addresses, separated by semicolons";
    case "boolean":
      return "yes or no";
    case "date":
      return "a day, as a date or as 2027-01-29";
    case "level":
      return "1 to 5, or a word of the list";
    case "list":
      return "several, separated by semicolons";
    case "person":
      return "a person, as Jane Smith or Jane Smith <jane@example.com>";
    default:
      return "text";
  }
}

function unit(kind: { unit?: string }): string {
  return kind.unit === undefined ? "" : `, in ${kind.unit}`;
}

function allowedWords(kind: FieldKind): readonly string[] | null {
  if (kind.type === "choice") return kind.of;
  if (kind.type === "level") return kind.words;
  return kind.type === "boolean" ? ["yes", "no"] : null;
}

/** An example as its column means it, so that a spreadsheet shows numbers and days as such. */
function typed(cell: string, kind: FieldKind | undefined): OutCell {
  if (cell === "") return null;
  if (kind !== undefined && NUMERIC.has(kind.type) && /^\d+$/u.test(cell)) return Number(cell);
  if (kind?.type === "date" && /^\d{4}-\d{2}-\d{2}$/u.test(cell)) return new Date(`${cell}T00:00:00Z`);
  return cell;
}
