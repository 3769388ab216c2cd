import type { JsonRecord } from "@/lib/kernel/canonical-json";

const OF_THE_ROW = new Set([
  "id",
  "programId",
  "nameKey",
  "titleKey",
  "createdAt",
  "updatedAt",
  "version",
  "origins",
]);

/** What a row said, for the event that takes it away: no ids, clocks or keys, nothing that was not known. */
export function removedFacts(held: Readonly<Record<string, unknown>>): JsonRecord {
  const said: Record<string, string | number | boolean | string[] | null> = {};
  for (const [key, value] of Object.entries(held)) {
    if (OF_THE_ROW.has(key) || key.endsWith("Id") || value === null || value === "") continue;
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
      said[key] = value;
    else if (Array.isArray(value) && value.length > 0) said[key] = value.map(String);
  }
  return said;
}
