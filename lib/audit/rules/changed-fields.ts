import { canonicalJson, type Json, type JsonRecord } from "@/lib/kernel/canonical-json";

/** The fields that differ, before and after; null when none does. Dates must be given as ISO text. */
export function changedFields(
  before: JsonRecord,
  after: Partial<JsonRecord>,
): { before: JsonRecord; after: JsonRecord } | null {
  const was: Record<string, Json> = {};
  const is: Record<string, Json> = {};
  for (const [field, value] of Object.entries(after)) {
    if (value === undefined) continue;
    const old = before[field] ?? null;
    if (old === value) continue;
    if (canonicalJson(old) === canonicalJson(value)) continue;
    was[field] = old;
    is[field] = value;
  }
  return Object.keys(is).length === 0 ? null : { before: was, after: is };
}
