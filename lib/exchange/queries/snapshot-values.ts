import "server-only";
import * as z from "zod";
import type { Value } from "../model/reading";
import type { Known } from "../model/snapshot";

/** Rows as the planner knows them. */
export function knownAs<Row extends { id: string; version: number }>(
  rows: readonly Row[],
  factsOf: (row: Row) => Known["facts"],
): Known[] {
  return rows.map((row) => ({ id: row.id, version: row.version, facts: factsOf(row) }));
}

/** A column's value as the planner compares it; empty texts and lists say nothing. */
export function columnValue(held: unknown): Value | null {
  if (typeof held === "string") return stated(held);
  if (typeof held === "number" || typeof held === "boolean") return held;
  if (Array.isArray(held)) return held.length === 0 ? null : held.map(String);
  return null;
}

export function stated(text: string): string | null {
  return text === "" ? null : text;
}

export function nameOf(names: ReadonlyMap<string, string>, id: string | null): string | null {
  return id === null ? null : (names.get(id) ?? null);
}

const origins = z.record(z.string(), z.string());

/** Which source stands behind which fact, as the row keeps it. */
export function originsOf(held: unknown): Readonly<Record<string, string>> {
  return origins.parse(held);
}
