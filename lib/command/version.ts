import "server-only";
import { AppError, type ConflictingChange } from "@/lib/kernel/errors";

/** Refuses when the row changed since the person saw it; `changes` says what it holds now beside what was wanted. */
export function requireVersion(
  row: { version: number },
  expected: number,
  changes: readonly ConflictingChange[] = [],
): void {
  if (row.version !== expected) throw stale(changes, row.version);
}

/** Refuses when an update at a version met no row: somebody else was faster. */
export function requireOneChanged(result: { count: number }): void {
  if (result.count !== 1) throw stale([], undefined);
}

function stale(changes: readonly ConflictingChange[], version: number | undefined): AppError {
  const what = changes.map((change) => `${change.label} is now ${change.theirs}`).join("; ");
  const detail = what === "" ? "" : ` (${what})`;
  const sentence = `Somebody else changed this since you opened it${detail}. Nothing of yours was saved.`;
  return new AppError("CONFLICT", sentence, { changes, version });
}
