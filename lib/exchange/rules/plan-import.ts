import type { FormatName } from "../model/formats";
import type { Counts, Plan, PlannedRow } from "../model/plan";
import { ENTITIES, type Entity, type Problem, type ReadRow } from "../model/reading";
import type { Known, Snapshot } from "../model/snapshot";
import { NO_EMAILS, NO_PROBLEMS } from "./cells";
import { plannedWaves } from "./match-membership";
import { matchRow } from "./match-row";
import { type Book, type Match, openBook, problem, textOf } from "./plan-book";
import { claimOf, weighFacts } from "./plan-facts";
import { planFlows } from "./plan-flows";

/**
 * What a file would do: each row becomes new, changed, unchanged or refused. What is named comes before what names it, so
 * that links may name workloads of the same file. Pure: the same facts make the same plan.
 */
export function planImport(
  format: FormatName,
  rows: readonly ReadRow[],
  snapshot: Snapshot,
  blankRows = 0,
): Plan {
  const book = openBook(snapshot);
  const planned: PlannedRow[] = [];
  for (const entity of ENTITIES) {
    if (entity === "wave") append(planned, plannedWaves(book, rows));
    else if (entity === "external-link") append(planned, planFlows(book, flowsOf(rows)));
    else for (const row of rows) if (row.entity === entity) planned.push(planRow(book, entity, row));
  }
  inFileOrder(planned, rows);
  return { format, rows: planned, ...counted(planned), blankRows };
}

function append(all: PlannedRow[], more: readonly PlannedRow[]): void {
  for (const row of more) all.push(row);
}

function flowsOf(rows: readonly ReadRow[]): ReadRow[] {
  return rows.filter((row) => row.entity === "flow");
}

function planRow(book: Book, entity: Entity, row: ReadRow): PlannedRow {
  if (row.problems.length > 0) return refused(entity, row, row.problems);
  const match = matchRow(book, row);
  if ("problems" in match) return refused(entity, row, match.problems);
  if (match.settled) return { ...planned(entity, row, match.subject), outcome: "unchanged" };
  return match.known === null
    ? created(entity, row, match)
    : changedOrNot(book, entity, row, match, match.known);
}

type Found = Exclude<Match, { problems: readonly Problem[] }>;

function created(entity: Entity, row: ReadRow, { subject, facts }: Found): PlannedRow {
  const base = planned(entity, row, subject);
  base.outcome = "create";
  base.sets = facts;
  base.emails = row.emails;
  return claimed(base, entity, row, facts);
}

function changedOrNot(
  book: Book,
  entity: Entity,
  row: ReadRow,
  { subject, facts }: Found,
  known: Known,
): PlannedRow {
  const base = planned(entity, row, subject);
  base.id = known.id;
  base.version = known.version;
  const { sets, changes, questions } = weighFacts(book, entity, row, facts, known, false);
  if (known.closed && changes.length > 0) return refused(entity, row, [closedRisk(row, known)]);
  if (questions.length > 0) base.questions = questions;
  if (changes.length > 0) {
    base.outcome = "update";
    base.changes = changes;
    base.sets = sets;
    base.emails = row.emails;
  }
  return claimed(base, entity, row, facts);
}

function closedRisk(row: ReadRow, known: Known): Problem {
  const field = row.facts.code === undefined ? "title" : "code";
  const expected = `a risk that is open; ${textOf(known, "code")} is closed`;
  return problem(row, field, expected, "Reopen the risk first, or leave the row out.");
}

function refused(entity: Entity, row: ReadRow, problems: readonly Problem[]): PlannedRow {
  const base = planned(entity, row, subjectOf(row));
  base.outcome = "refused";
  base.problems = problems;
  return base;
}

/** While it is being made; an unchanged row until something says otherwise. */
type Making = { -readonly [K in keyof PlannedRow]: PlannedRow[K] };

function planned(entity: Entity, row: ReadRow, subject: string): Making {
  const base: Making = {
    row: row.row,
    table: row.table,
    entity,
    outcome: "unchanged",
    subject,
    id: null,
    version: null,
    changes: NO_CHANGES,
    sets: NO_FACTS,
    emails: NO_EMAILS,
    problems: NO_PROBLEMS,
  };
  if (row.notes.length > 0) base.notes = row.notes;
  return base;
}

const NO_CHANGES: PlannedRow["changes"] = Object.freeze([]);
const NO_FACTS: PlannedRow["sets"] = Object.freeze({});

function claimed(base: Making, entity: Entity, row: ReadRow, facts: Found["facts"]): PlannedRow {
  const claim = claimOf(entity, row, facts);
  if (claim !== undefined) base.claim = claim;
  return base;
}

function subjectOf({ facts }: ReadRow): string {
  const { name, title, workload, wave, dependent, needed } = facts;
  if (dependent !== undefined || needed !== undefined) return `${dependent ?? "?"} → ${needed ?? "?"}`;
  if (wave !== undefined) return `${workload ?? "?"} in ${wave}`;
  return String(name ?? title ?? workload ?? "no name");
}

/** Sheet by sheet, row by row; of one row the workload first. */
function inFileOrder(planned: PlannedRow[], rows: readonly ReadRow[]): void {
  const tables = new Map<string, number>();
  for (const { table } of rows) if (!tables.has(table)) tables.set(table, tables.size);
  const place = (row: PlannedRow) => tables.get(row.table) ?? 0;
  planned.sort((a, b) => place(a) - place(b) || a.row - b.row);
}

function counted(rows: readonly PlannedRow[]): { counts: Counts; questions: number } {
  const counts: Counts = { create: 0, update: 0, unchanged: 0, refused: 0 };
  let questions = 0;
  for (const row of rows) {
    counts[row.outcome] += 1;
    questions += row.questions?.length ?? 0;
  }
  return { counts, questions };
}
