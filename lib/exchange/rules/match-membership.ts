import type { PlannedRow } from "../model/plan";
import type { ReadRow } from "../model/reading";
import { NO_EMAILS, NO_PROBLEMS } from "./cells";
import {
  type Book,
  findWave,
  findWorkload,
  type Match,
  problem,
  takeKeys,
  unknownWorkload,
} from "./plan-book";

/**
 * The place of a workload in a wave. A wave of that name or number is taken; a workload that is in another wave stays
 * there: people plan waves, and a file never moves what they placed.
 */
export function matchMembership(book: Book, row: ReadRow): Match {
  const workload = findWorkload(book, String(row.facts.workload));
  if (workload === null) return { problems: [unknownWorkload(row, "workload")] };
  const stated = String(row.facts.wave);
  const wave = findWave(book, stated);
  const present = workload.id === null ? undefined : book.waveOf.get(workload.id);
  const subject = `${workload.name} in ${wave?.name ?? stated}`;
  const facts = {
    workload: workload.name,
    wave: wave?.name ?? book.createdWaves.get(book.key(stated)) ?? stated,
  };
  if (present !== undefined && present === wave) return { known: null, subject, facts, settled: true };
  if (present !== undefined)
    return refusal(
      row,
      `wave ${present.number} (${present.name}), where ${workload.name} is planned`,
      "Move it on the page of its wave, or leave the row out.",
    );
  if (!book.snapshot.may.planWaves)
    return refusal(row, "somebody who may plan waves", "Ask a program manager, or leave the row out.");
  if (wave?.open === false)
    return refusal(
      row,
      `a wave that is still before its cutover; wave ${wave.number} is not`,
      "Name another wave, or leave the row out.",
    );
  const duplicates = takeKeys(book, row, "workload", [`membership ${book.key(workload.name)}`]);
  return duplicates.length > 0 ? { problems: duplicates } : { known: null, subject, facts };
}

/** The waves that rows name and nobody has planned yet: each is created once, as planned. */
export function plannedWaves(book: Book, rows: readonly ReadRow[]): PlannedRow[] {
  const created: PlannedRow[] = [];
  for (const row of rows) {
    if (row.entity !== "membership" || row.problems.length > 0 || !book.snapshot.may.planWaves) continue;
    const name = String(row.facts.wave);
    const key = book.key(name);
    if (findWave(book, name) !== undefined || book.createdWaves.has(key)) continue;
    const workload = findWorkload(book, String(row.facts.workload));
    if (workload === null || (workload.id !== null && book.waveOf.has(workload.id))) continue;
    book.createdWaves.set(key, name);
    created.push(waveRow(row, name));
  }
  return created;
}

function waveRow(row: ReadRow, name: string): PlannedRow {
  return {
    row: row.row,
    table: row.table,
    entity: "wave",
    outcome: "create",
    subject: name,
    id: null,
    version: null,
    changes: [],
    sets: { name },
    emails: NO_EMAILS,
    problems: NO_PROBLEMS,
  };
}

function refusal(row: ReadRow, expected: string, fix: string): Match {
  return { problems: [problem(row, "wave", expected, fix)] };
}
