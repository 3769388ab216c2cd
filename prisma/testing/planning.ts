import { readFileSync } from "node:fs";
import { readTable } from "@/lib/exchange/adapters/read-table";
import type { Plan, PlannedRow } from "@/lib/exchange/model/plan";
import type { ReadBook, Reading, Value } from "@/lib/exchange/model/reading";
import type { Known, KnownClaim, Snapshot } from "@/lib/exchange/model/snapshot";
import { ENTITY_FIELDS } from "@/lib/exchange/rules/fields";
import { planImport } from "@/lib/exchange/rules/plan-import";
import { readTables } from "@/lib/exchange/rules/read-tables";
import { nameKey } from "@/lib/kernel/text";

/** A program in which nothing is known, for somebody who may do everything. */
export const EMPTY: Snapshot = {
  workloads: [],
  dependencies: [],
  risks: [],
  targets: [],
  tiers: [],
  domains: [],
  assets: [],
  sites: [],
  processes: [],
  externalLinks: [],
  claims: [],
  sources: [],
  waves: [],
  memberships: [],
  may: { planWaves: true },
};

export type Planned = { book: ReadBook; plan: Plan };

/** What a file of `e2e/fixtures` would do. */
export async function planFixture(
  path: string,
  snapshot: Snapshot = EMPTY,
  reading: Partial<Reading> = {},
): Promise<Planned> {
  const bytes = readFileSync(new URL(`../../e2e/fixtures/${path}`, import.meta.url));
  return planBook(readTables(await readTable(bytes, path), reading), snapshot);
}

/** What a CSV would do. @throws when it cannot be read, in its words */
export async function planText(
  text: string,
  snapshot: Snapshot = EMPTY,
  reading: Partial<Reading> = {},
): Promise<Planned> {
  const book = readTables(await readTable(new TextEncoder().encode(text)), reading);
  if (book.problem !== null) throw new Error(book.problem);
  return planBook(book, snapshot);
}

export function planBook(book: ReadBook, snapshot: Snapshot): Planned {
  const format = book.tables[0]?.format ?? "workloads";
  return { book, plan: planImport(format, book.rows, snapshot, book.blankRows) };
}

export function known(id: string, facts: Known["facts"], origins: Record<string, string> = {}): Known {
  return { id, version: 1, facts, origins };
}

/** The facts as they stand once a plan was written with every accepted row. */
export function afterPlan({ rows }: Plan, before: Snapshot): Snapshot {
  const after = {
    ...before,
    workloads: written(rows, "workload", before.workloads),
    sites: written(rows, "site", before.sites),
    processes: written(rows, "process", before.processes),
    assets: written(rows, "asset", before.assets),
    dependencies: written(rows, "dependency", before.dependencies),
    externalLinks: written(rows, "external-link", before.externalLinks),
    risks: written(rows, "risk", before.risks),
    targets: written(rows, "target", before.targets),
  };
  const waves = [...before.waves];
  for (const row of rows)
    if (row.entity === "wave" && row.outcome === "create")
      waves.push({ id: `wave-${row.subject}`, number: waves.length + 101, name: row.subject, open: true });
  const memberships = [...before.memberships];
  for (const row of rows) {
    if (row.entity !== "membership" || row.outcome !== "create") continue;
    const workload = after.workloads.find((one) => one.facts.name === row.sets.workload);
    const wave = waves.find((one) => nameKey(one.name) === nameKey(String(row.sets.wave)));
    if (workload === undefined || wave === undefined) throw new Error(`no place for ${row.subject}`);
    memberships.push({ workloadId: workload.id, waveId: wave.id });
  }
  return { ...after, waves, memberships, claims: claimsAfter(rows, before.claims) };
}

function written(
  rows: readonly PlannedRow[],
  entity: PlannedRow["entity"],
  before: readonly Known[],
): Known[] {
  const own = rows.filter((row) => row.entity === entity);
  const updates = new Map(own.filter((row) => row.outcome === "update").map((row) => [row.id, row]));
  const changed = before.map((one) => {
    const row = updates.get(one.id);
    if (row === undefined) return one;
    return { ...one, facts: { ...one.facts, ...row.sets }, origins: originsAfter(one.origins ?? {}, row) };
  });
  const created = own.filter((row) => row.outcome === "create");
  return [...changed, ...created.map((row) => known(idOf(row), row.sets, originsAfter({}, row)))];
}

function idOf(row: PlannedRow): string {
  return row.id ?? `new-${row.entity}-${row.table}-${row.row}-${row.subject}`;
}

function originsAfter(before: Readonly<Record<string, string>>, row: PlannedRow): Record<string, string> {
  const origins = { ...before };
  for (const name of Object.keys(row.sets)) {
    const key = ENTITY_FIELDS[row.entity].get(name)?.key;
    if (key === undefined) continue;
    if (row.claim === undefined) delete origins[key];
    else origins[key] = row.claim.source;
  }
  return origins;
}

function claimsAfter(rows: readonly PlannedRow[], before: readonly KnownClaim[]): KnownClaim[] {
  const claims = new Map(before.map((one) => [`${one.subjectId} ${nameKey(one.source)}`, one]));
  for (const row of rows) {
    if (row.claim === undefined || row.outcome === "refused") continue;
    const subjectId = idOf(row);
    const key = `${subjectId} ${nameKey(row.claim.source)}`;
    const facts: Record<string, Value> = { ...claims.get(key)?.facts, ...row.claim.facts };
    const entity = row.entity === "asset" ? "asset" : "workload";
    const { source, externalId } = row.claim;
    claims.set(key, { entity, subjectId, source, externalId, facts });
  }
  return [...claims.values()];
}
