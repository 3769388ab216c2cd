import type { FactKey, WorkloadFacts } from "../model/workload";
import { REASON_OF } from "./decisions";
import { FACT_FIELDS, type FactField } from "./fields";

/** The most workloads that are changed at once. */
export const MOST_AT_ONCE = 10_000;

/** How a list of a fact is changed; everything else is always `set`. */
export const BULK_MODES = ["set", "add", "remove"] as const;
export type BulkMode = (typeof BULK_MODES)[number];

/** One fact given to many workloads: `facts` holds it as it is kept, with its reason where it is a decision. */
export type BulkEdit = { field: FactKey; mode: BulkMode; facts: Partial<WorkloadFacts> };

/** A workload as far as a bulk edit looks at it. */
export type BulkRow = WorkloadFacts & { id: string; version: number };

export type BulkStep = { id: string; version: number; name: string; facts: Partial<WorkloadFacts> };

/** What a bulk edit comes to: the workloads it changes, and how many already say so. */
export type BulkPlan = { steps: readonly BulkStep[]; already: number };

const REASONS = new Set<FactKey>(Object.values(REASON_OF));
/** What names or describes one workload cannot be given to many. */
const OF_ONE_ALONE = new Set<FactKey>(["name", "source", "externalId", "description"]);

/** The facts that can be given to many workloads at once, in the order of the form. */
export const BULK_FIELDS: readonly FactField[] = FACT_FIELDS.filter(
  ({ key }) => !REASONS.has(key) && !OF_ONE_ALONE.has(key),
);

export function bulkField(key: string | undefined): FactField | null {
  return BULK_FIELDS.find((field) => field.key === key) ?? null;
}

/** What the edit does to each row, in the order of the rows; a row that says so already is counted and left alone. */
export function planBulk(rows: readonly BulkRow[], edit: BulkEdit): BulkPlan {
  const steps = rows.flatMap((row) => {
    const facts = edit.mode === "set" ? edit.facts : listsAfter(row, edit);
    const held: Readonly<Record<string, unknown>> = row;
    const changes = Object.entries(facts).some(([key, value]) => !isSame(held[key], value));
    return changes ? [{ id: row.id, version: row.version, name: row.name, facts }] : [];
  });
  return { steps, already: rows.length - steps.length };
}

/** What stands for a plan: which workloads, at which version. Who saw another state sees another text. */
export function planText(plan: BulkPlan): string {
  return plan.steps
    .map(({ id, version }) => `${id}:${version}`)
    .sort()
    .join("\n");
}

/** The lists of a row with the entries of the edit added or taken out; nothing but lists can be added to. */
function listsAfter(row: WorkloadFacts, { mode, facts }: BulkEdit): Partial<WorkloadFacts> {
  const after = (held: readonly string[], stated: readonly string[]) =>
    mode === "remove"
      ? held.filter((entry) => !stated.includes(entry))
      : [...held, ...stated.filter((entry) => !held.includes(entry))];
  return {
    ...(facts.tags && { tags: after(row.tags, facts.tags) }),
    ...(facts.masterData && { masterData: after(row.masterData, facts.masterData) }),
  };
}

function isSame(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((entry, at) => entry === other[at]);
}
