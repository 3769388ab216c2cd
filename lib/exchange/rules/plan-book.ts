import { defaultTrust } from "@/lib/claims/rules/default-trust";
import { HAND_TRUST } from "@/lib/claims/rules/settle";
import { listed, nameKey } from "@/lib/kernel/text";
import type { Facts, Problem, ReadRow, Value } from "../model/reading";
import type { Known, KnownClaim, KnownWave, Snapshot } from "../model/snapshot";
import { ENTITY_FIELDS } from "./fields";

/** A workload that a row may refer to: a known one, or one that an earlier or later row of the file creates. */
export type WorkloadRef = { id: string | null; name: string };

/** What is known, found by the keys rows use, and which keys rows of this file have taken. */
export type Book = {
  snapshot: Snapshot;
  /** `nameKey`, worked out once for each text. */
  key: (text: string) => string;
  trustOf: (source: string | null) => number;
  workloadsByName: Map<string, Known>;
  workloadsByExternal: Map<string, Known>;
  workloadsByExternalId: Map<string, Known | "several">;
  workloadsById: Map<string, Known>;
  assetsByName: Map<string, readonly Known[]>;
  assetsById: Map<string, Known>;
  sites: Map<string, Known>;
  processes: Map<string, Known>;
  dependencies: Map<string, Known>;
  externalLinks: Map<string, Known>;
  risksByTitle: Map<string, readonly Known[]>;
  risksByExternal: Map<string, Known>;
  risksByCode: Map<string, Known>;
  targets: Map<string, Known>;
  tiers: Map<string, Snapshot["tiers"][number]>;
  domains: Map<string, Snapshot["domains"][number]>;
  waves: Map<string, KnownWave>;
  wavesByNumber: Map<number, KnownWave>;
  waveOf: Map<string, KnownWave>;
  /** Claims by entity, source and id there; and by subject and source. */
  claimsById: Map<string, KnownClaim>;
  claimsBySubject: Map<string, KnownClaim>;
  createdWorkloads: Map<string, string>;
  createdWaves: Map<string, string>;
  taken: Map<string, number>;
};

/**
 * The thing a row is about (null: a new one) with its facts in known names, or why the row cannot be taken. `settled`:
 * it is so already, whatever else the row may say.
 */
export type Match =
  | { problems: readonly Problem[] }
  | { known: Known | null; subject: string; facts: Facts; settled?: boolean };

export function openBook(snapshot: Snapshot): Book {
  const key = rememberedKeys();
  const text = (one: Known, field: string) => key(textOf(one, field));
  const waveIds = new Map(snapshot.waves.map((wave) => [wave.id, wave]));
  return {
    snapshot,
    key,
    trustOf: trustIn(snapshot, key),
    workloadsByName: indexed(snapshot.workloads, (one) => text(one, "name")),
    workloadsByExternal: indexed(snapshot.workloads, externalKeyOf),
    workloadsByExternalId: countedIndex(snapshot.workloads),
    workloadsById: indexed(snapshot.workloads, (one) => one.id),
    assetsByName: grouped(snapshot.assets, (one) => text(one, "name")),
    assetsById: indexed(snapshot.assets, (one) => one.id),
    sites: indexed(snapshot.sites, (one) => text(one, "name")),
    processes: indexed(snapshot.processes, (one) => text(one, "name")),
    dependencies: indexed(
      snapshot.dependencies,
      (one) => `${text(one, "dependent")}\n${text(one, "needed")}`,
    ),
    externalLinks: indexed(snapshot.externalLinks, (one) =>
      [text(one, "workload"), text(one, "name"), textOf(one, "side")].join("\n"),
    ),
    risksByTitle: grouped(snapshot.risks, (one) => text(one, "title")),
    risksByExternal: indexed(snapshot.risks, externalKeyOf),
    risksByCode: indexed(snapshot.risks, (one) => text(one, "code")),
    targets: indexed(snapshot.targets, (one) => text(one, "workload")),
    tiers: new Map(snapshot.tiers.map((tier) => [key(tier.name), tier])),
    domains: new Map(snapshot.domains.map((domain) => [key(domain.name), domain])),
    waves: new Map(snapshot.waves.map((wave) => [key(wave.name), wave])),
    wavesByNumber: new Map(snapshot.waves.map((wave) => [wave.number, wave])),
    waveOf: new Map(
      snapshot.memberships.flatMap(({ workloadId, waveId }) => {
        const wave = waveIds.get(waveId);
        return wave === undefined ? [] : [[workloadId, wave]];
      }),
    ),
    claimsById: claimIndex(snapshot.claims, (one) =>
      one.externalId === null ? null : claimIdKey(key, one.entity, one.source, one.externalId),
    ),
    claimsBySubject: claimIndex(snapshot.claims, (one) => `${one.subjectId}\n${key(one.source)}`),
    createdWorkloads: new Map(),
    createdWaves: new Map(),
    taken: new Map(),
  };
}

/** The workload a cell names: by name, by the name of a row of this file, or by an external id that only one bears. */
export function findWorkload(book: Book, text: string): WorkloadRef | null {
  const key = book.key(text);
  const known = book.workloadsByName.get(key);
  if (known !== undefined) return { id: known.id, name: textOf(known, "name") };
  const created = book.createdWorkloads.get(key);
  if (created !== undefined) return { id: null, name: created };
  const external = book.workloadsByExternalId.get(text);
  if (external === undefined || external === "several") return null;
  return { id: external.id, name: textOf(external, "name") };
}

/** The wave a cell names: by name, else by its number, as in "Wave 3" or "wave-03". */
export function findWave(book: Book, text: string): KnownWave | undefined {
  const key = book.key(text);
  const number = /^wave[\s_#-]*0*(\d{1,6})$/u.exec(key)?.[1];
  return book.waves.get(key) ?? (number === undefined ? undefined : book.wavesByNumber.get(Number(number)));
}

/** Takes keys for a row; the first that another row has taken is a problem, and nothing is taken. */
export function takeKeys(book: Book, row: ReadRow, field: string, keys: readonly string[]): Problem[] {
  for (const key of keys) {
    const earlier = book.taken.get(key);
    if (earlier !== undefined) return [takenAlready(row, field, earlier)];
  }
  for (const key of keys) book.taken.set(key, row.row);
  return [];
}

function takenAlready(row: ReadRow, field: string, earlier: number): Problem {
  const what = row.entity === "target" ? "workload" : row.entity.replace("-", " ");
  return problem(
    row,
    field,
    `one row for each ${what}; row ${earlier} is about the same one`,
    "Keep one of the rows.",
  );
}

/** A problem with what a field of a row states. */
export function problem(row: ReadRow, field: string, expected: string, fix: string): Problem {
  const value = row.facts[field];
  const label = row.entity === "flow" ? field : (ENTITY_FIELDS[row.entity].get(field)?.label ?? field);
  const found =
    value === undefined ? "an empty cell" : `“${typeof value === "object" ? value.join("; ") : value}”`;
  return { column: row.columns[field] ?? label, found, expected, fix };
}

/** A problem with a field that names one of a few things of the program: it tells which there are. */
export function notAmong(
  row: ReadRow,
  field: string,
  all: readonly { name: string }[],
  fix: string,
): Problem {
  const names = all.map(({ name }) => name);
  const none = `no ${field}: this program has none yet`;
  return problem(row, field, names.length === 0 ? none : `one of: ${listed(names, 12)}`, fix);
}

export function unknownWorkload(row: ReadRow, field: string): Problem {
  return problem(
    row,
    field,
    "the name or external id of a workload of this program or file",
    "Correct the name, or import the workload first.",
  );
}

export function externalKey(
  source: Value | null | undefined,
  externalId: Value | null | undefined,
): string | null {
  if (typeof source !== "string" || typeof externalId !== "string") return null;
  return `${source}\n${externalId}`;
}

export function claimIdKey(
  key: Book["key"],
  entity: "workload" | "asset",
  source: string,
  externalId: string,
): string {
  return `${entity}\n${key(source)}\n${key(externalId)}`;
}

export function textOf(known: Known, field: string): string {
  const value = known.facts[field];
  return typeof value === "string" ? value : "";
}

function rememberedKeys(): (text: string) => string {
  const keys = new Map<string, string>();
  return (text) => {
    const held = keys.get(text);
    if (held !== undefined) return held;
    const key = nameKey(text);
    keys.set(text, key);
    return key;
  };
}

function trustIn({ sources }: Snapshot, key: Book["key"]): Book["trustOf"] {
  const trust = new Map(sources.map((source) => [key(source.name), source.trust]));
  return (source) => (source === null ? HAND_TRUST : (trust.get(key(source)) ?? defaultTrust(source).trust));
}

function externalKeyOf(known: Known): string | null {
  return externalKey(known.facts.source, known.facts.external_id);
}

/** Nothing is found under no key or an empty one. */
function indexed(all: readonly Known[], keyOf: (one: Known) => string | null): Map<string, Known> {
  const index = new Map<string, Known>();
  for (const one of all) {
    const key = keyOf(one);
    if (key !== null && key !== "") index.set(key, one);
  }
  return index;
}

function grouped(all: readonly Known[], keyOf: (one: Known) => string): Map<string, readonly Known[]> {
  const groups = new Map<string, Known[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

function claimIndex(
  all: readonly KnownClaim[],
  keyOf: (one: KnownClaim) => string | null,
): Map<string, KnownClaim> {
  const index = new Map<string, KnownClaim>();
  for (const one of all) {
    const key = keyOf(one);
    if (key !== null) index.set(key, one);
  }
  return index;
}

function countedIndex(all: readonly Known[]): Map<string, Known | "several"> {
  const index = new Map<string, Known | "several">();
  for (const one of all) {
    const id = one.facts.external_id;
    if (typeof id === "string") index.set(id, index.has(id) ? "several" : one);
  }
  return index;
}
