import { nameKey } from "@/lib/kernel/text";
import type { Entity, Known, Problem, ReadRow, Snapshot, TemplateName, Value } from "../model";
import type { Field } from "./fields";
import { fieldOf } from "./fields";

export const FORMAT_OF: Record<Entity, TemplateName> = {
  workload: "workloads",
  dependency: "dependencies",
  risk: "risks",
  target: "recovery-targets",
};

/** A workload that a row may refer to: a known one, or one that an earlier or later row of the file creates. */
export type WorkloadRef = { id: string | null; name: string };

/** What is known, found by the keys rows use, and which keys rows of this file have taken. */
export type Book = {
  snapshot: Snapshot;
  workloadsByName: Map<string, Known>;
  workloadsByExternal: Map<string, Known>;
  workloadsByExternalId: Map<string, Known | "several">;
  dependencies: Map<string, Known>;
  risksByTitle: Map<string, readonly Known[]>;
  risksByExternal: Map<string, Known>;
  targets: Map<string, Known>;
  tiers: Map<string, Snapshot["tiers"][number]>;
  domains: Map<string, Snapshot["domains"][number]>;
  createdWorkloads: Map<string, string>;
  taken: Map<string, number>;
};

export function openBook(snapshot: Snapshot): Book {
  return {
    snapshot,
    workloadsByName: indexed(snapshot.workloads, (one) => textKey(one, "name")),
    workloadsByExternal: indexed(snapshot.workloads, externalKeyOf),
    workloadsByExternalId: countedIndex(snapshot.workloads),
    dependencies: indexed(snapshot.dependencies, (one) =>
      pairKey(textKey(one, "dependent") ?? "", textKey(one, "needed") ?? ""),
    ),
    risksByTitle: grouped(snapshot.risks, (one) => textKey(one, "title") ?? ""),
    risksByExternal: indexed(snapshot.risks, externalKeyOf),
    targets: indexed(snapshot.targets, (one) => textKey(one, "workload")),
    tiers: new Map(snapshot.tiers.map((tier) => [nameKey(tier.name), tier])),
    domains: new Map(snapshot.domains.map((domain) => [nameKey(domain.name), domain])),
    createdWorkloads: new Map(),
    taken: new Map(),
  };
}

/** The workload a cell names: by name, by the name of a row of this file, or by an external id that only one bears. */
export function findWorkload(book: Book, text: string): WorkloadRef | null {
  const key = nameKey(text);
  const known = book.workloadsByName.get(key);
  if (known !== undefined) return { id: known.id, name: textOf(known, "name") };
  const created = book.createdWorkloads.get(key);
  if (created !== undefined) return { id: null, name: created };
  const external = book.workloadsByExternalId.get(text);
  if (external === undefined || external === "several") return null;
  return { id: external.id, name: textOf(external, "name") };
}

/** Takes keys for a row; the first that another row has taken is a problem, and nothing is taken. */
export function takeKeys(book: Book, row: ReadRow, field: string, keys: readonly string[]): Problem[] {
  for (const key of keys) {
    const earlier = book.taken.get(key);
    if (earlier !== undefined) {
      return [
        problem(
          row,
          field,
          `one row for each ${row.entity === "target" ? "workload" : row.entity}; row ${earlier} is about the same one`,
          "Keep one of the rows.",
        ),
      ];
    }
  }
  for (const key of keys) book.taken.set(key, row.row);
  return [];
}

/** A problem with what a field of a row states. */
export function problem(row: ReadRow, field: string, expected: string, fix: string): Problem {
  const value = row.facts[field];
  const label = fieldOf(FORMAT_OF[row.entity], field)?.label ?? field;
  const found =
    value === undefined ? "an empty cell" : `“${typeof value === "object" ? value.join("; ") : value}”`;
  return { column: row.columns[field] ?? label, found, expected, fix };
}

export function unknownWorkload(row: ReadRow, field: string): Problem {
  return problem(
    row,
    field,
    "the name or external id of a workload of this program or file",
    "Correct the name, or import the workload first.",
  );
}

/** Whether what is known says already what is stated; names compare as names, lists by what they hold. */
export function sameValue(field: Field, known: Value | null | undefined, stated: Value): boolean {
  if (known === null || known === undefined) return false;
  if (typeof stated === "object") {
    const held = new Set(typeof known === "object" ? known.map(nameKey) : []);
    return stated.every((entry) => held.has(nameKey(entry)));
  }
  if (comparesAsName(field) && typeof known === "string" && typeof stated === "string")
    return nameKey(known) === nameKey(stated);
  return known === stated;
}

export function externalKey(
  source: Value | null | undefined,
  externalId: Value | null | undefined,
): string | null {
  if (typeof source !== "string" || typeof externalId !== "string") return null;
  return JSON.stringify([source, externalId]);
}

export function pairKey(dependent: string, needed: string): string {
  return JSON.stringify([nameKey(dependent), nameKey(needed)]);
}

export function textOf(known: Known, field: string): string {
  const value = known.facts[field];
  return typeof value === "string" ? value : "";
}

const NAMES = new Set(["name", "title", "tier", "domain", "dependent", "needed", "workload"]);

function comparesAsName(field: Field): boolean {
  return field.kind.type === "person" || NAMES.has(field.name);
}

function textKey(known: Known, field: string): string | null {
  const value = known.facts[field];
  return typeof value === "string" ? nameKey(value) : null;
}

function externalKeyOf(known: Known): string | null {
  return externalKey(known.facts.source, known.facts.external_id);
}

function indexed(all: readonly Known[], keyOf: (one: Known) => string | null): Map<string, Known> {
  const index = new Map<string, Known>();
  for (const one of all) {
    const key = keyOf(one);
    if (key !== null) index.set(key, one);
  }
  return index;
}

function grouped(all: readonly Known[], keyOf: (one: Known) => string): Map<string, readonly Known[]> {
  const groups = new Map<string, Known[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}

function countedIndex(all: readonly Known[]): Map<string, Known | "several"> {
  const index = new Map<string, Known | "several">();
  for (const one of all) {
    const id = one.facts.external_id;
    if (typeof id === "string") index.set(id, index.has(id) ? "several" : one);
  }
  return index;
}
