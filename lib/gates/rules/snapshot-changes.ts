import type { Json, JsonRecord } from "@/lib/kernel/canonical-json";

const RECORDS = ["wave", "gate"] as const;
const LISTS = [
  "workloads",
  "links",
  "risks",
  "checklist",
  "criteria",
  "recovery",
  "freezes",
  "conditions",
] as const;

/** A part of a snapshot that is other than in another one; null: it is only in one of the two. */
export type ChangedPart = {
  of: (typeof RECORDS)[number] | (typeof LISTS)[number];
  id: string;
  before: JsonRecord | null;
  after: JsonRecord | null;
};

/** What differs between a signed snapshot and the present one, in the order in which people are told. */
export function changedParts(signed: string, present: string): ChangedPart[] {
  if (signed === present) return [];
  const [then, now] = withoutSameLinks(signed, present).map(parsed);
  if (then === undefined || now === undefined) return [];
  return [
    ...RECORDS.map((of) => ({ of, id: "", before: recordOf(then[of]), after: recordOf(now[of]) })),
    ...LISTS.flatMap((of) => {
      const [before, after] = [rowsOf(then[of]), rowsOf(now[of])];
      const ids = [...new Set([...before.keys(), ...after.keys()])];
      return ids.map((id) => ({ of, id, before: before.get(id) ?? null, after: after.get(id) ?? null }));
    }),
  ].filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
}

/** The ids in all that differs. */
export function idsInChanges(signed: string, present: string): string[] {
  return [...new Set(JSON.stringify(changedParts(signed, present)).match(UUID) ?? [])];
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

export function recordOf(value: Json | undefined): JsonRecord {
  return isRecord(value) ? value : {};
}

/** Thousands of links that are the same in both need not be read. No string in a snapshot holds what is looked for here. */
function withoutSameLinks(one: string, other: string): string[] {
  const links = linksIn(one);
  if (links === null || links !== linksIn(other)) return [one, other];
  return [one, other].map((text) => text.replace(links, () => `${LINKS}]`));
}

const LINKS = '"links":[';

function linksIn(snapshot: string): string | null {
  const start = snapshot.indexOf(LINKS);
  const end = snapshot.indexOf("]", start);
  return start < 0 || end < 0 ? null : snapshot.slice(start, end + 1);
}

function parsed(snapshot: string): JsonRecord {
  const value: Json = JSON.parse(snapshot);
  return recordOf(value);
}

function rowsOf(value: Json | undefined): ReadonlyMap<string, JsonRecord> {
  const rows = Array.isArray(value) ? value.map(recordOf) : [];
  return new Map(rows.map((row) => [String(row.id), row]));
}

function isRecord(value: Json | undefined): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
