import { nameKey } from "@/lib/kernel/text";
import type {
  Counts,
  FieldChange,
  FormatName,
  Known,
  Plan,
  PlannedRow,
  Problem,
  ReadRow,
  Snapshot,
  Value,
} from "../model";
import { fieldOf } from "./fields";
import { type Match, matchDependency, matchRisk, matchTarget, matchWorkload } from "./match-row";
import { type Book, FORMAT_OF, openBook, sameValue } from "./plan-book";
import { showValue } from "./read-cell";

/**
 * What a file would do: each row becomes new, changed, unchanged or refused. Workloads come first, so that links may name
 * those of the same file. Pure: the preview and the commit make the same plan from the same facts.
 */
export function planImport(
  format: FormatName,
  rows: readonly ReadRow[],
  snapshot: Snapshot,
  blankRows = 0,
): Plan {
  const book = openBook(snapshot);
  const workloads = rows.filter((row) => row.entity === "workload").map((row) => planRow(book, row));
  const others = rows.filter((row) => row.entity !== "workload").map((row) => planRow(book, row));
  const planned = [...workloads, ...others].sort((a, b) => a.row - b.row);
  return { format, rows: planned, counts: countOutcomes(planned), blankRows };
}

function planRow(book: Book, row: ReadRow): PlannedRow {
  if (row.problems.length > 0) return refused(row, row.problems);
  const match = matchRow(book, row);
  if ("problems" in match) return refused(row, match.problems);
  return match.known === null ? created(row, match) : changedOrNot(row, match, match.known);
}

function matchRow(book: Book, row: ReadRow): Match {
  switch (row.entity) {
    case "workload":
      return matchWorkload(book, row);
    case "dependency":
      return matchDependency(book, row);
    case "risk":
      return matchRisk(book, row);
    case "target":
      return matchTarget(book, row);
  }
}

type Found = Exclude<Match, { problems: readonly Problem[] }>;

function created(row: ReadRow, match: Found): PlannedRow {
  const changes = Object.entries(match.facts).map(([field, value]) => changeOf(row, field, null, value));
  return { ...planned(row, match), outcome: "create", changes, sets: match.facts, emails: row.emails };
}

function changedOrNot(row: ReadRow, match: Found, known: Known): PlannedRow {
  const sets: Record<string, Value> = {};
  const changes: FieldChange[] = [];
  for (const [name, stated] of Object.entries(match.facts)) {
    const field = fieldOf(FORMAT_OF[row.entity], name);
    const old = known.facts[name] ?? null;
    if (field === null || sameValue(field, old, stated)) continue;
    const value = typeof stated === "object" ? joined(old, stated) : stated;
    sets[name] = value;
    changes.push(changeOf(row, name, old, value));
  }
  const base = { ...planned(row, match), id: known.id, version: known.version };
  if (changes.length === 0) return { ...base, outcome: "unchanged" };
  return { ...base, outcome: "update", changes, sets, emails: row.emails };
}

function refused(row: ReadRow, problems: readonly Problem[]): PlannedRow {
  return { ...planned(row, { subject: subjectOf(row) }), outcome: "refused", problems };
}

function planned(row: ReadRow, { subject }: { subject: string }): Omit<PlannedRow, "outcome"> {
  const { row: number, entity } = row;
  return {
    row: number,
    entity,
    subject,
    id: null,
    version: null,
    changes: [],
    sets: {},
    emails: {},
    problems: [],
  };
}

function subjectOf({ facts }: ReadRow): string {
  const { name, title, workload, dependent, needed } = facts;
  if (dependent !== undefined || needed !== undefined) return `${dependent ?? "?"} → ${needed ?? "?"}`;
  return String(name ?? title ?? workload ?? "no name");
}

function changeOf(row: ReadRow, name: string, from: Value | null, to: Value): FieldChange {
  const field = fieldOf(FORMAT_OF[row.entity], name);
  const shown = (value: Value) => showValue(field?.kind, value);
  return {
    field: name,
    label: field?.label ?? name,
    from: from === null ? null : shown(from),
    to: shown(to),
  };
}

/** A list keeps what it held: a file adds to it and takes nothing away. */
function joined(old: Value | null, stated: readonly string[]): readonly string[] {
  const held = typeof old === "object" && old !== null ? old : [];
  const keys = new Set(held.map(nameKey));
  return [...held, ...stated.filter((entry) => !keys.has(nameKey(entry)))];
}

function countOutcomes(rows: readonly PlannedRow[]): Counts {
  const counts: Counts = { create: 0, update: 0, unchanged: 0, refused: 0 };
  for (const row of rows) counts[row.outcome] += 1;
  return counts;
}
