import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { type Tx, withActor } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/kernel/errors";
import { formatCount } from "@/lib/kernel/text";
import { loadForPreview, loadNames } from "../adapters/workload-rows";
import { type BulkEdit, type BulkPlan, MOST_AT_ONCE, planBulk, planText } from "../rules/bulk";
import { factWord } from "../rules/fact-words";
import { FACT_FIELDS } from "../rules/fields";
import { parseSearch } from "../rules/search";
import { idsStatement } from "./list-sql";

/** Which workloads: by id, or all that the query of the list matches. */
export type BulkSelection = { ids: readonly string[] } | { query: string };

/** One workload that changes, in words. */
export type BulkLine = { id: string; name: string; from: string; to: string };

export type BulkPreview = {
  chosen: number;
  already: number;
  changing: number;
  /** The first of those that change, by name. */
  lines: readonly BulkLine[];
  digest: string;
};

const LINES_SHOWN = 100;

/** How many workloads a selection holds, at most `MOST_AT_ONCE` of them. */
export function countSelection(actor: Actor, selection: BulkSelection): Promise<number> {
  requireRight(actor);
  return withActor(actor, async (tx) => (await selectedIds(tx, selection)).length);
}

/** What an edit would do to a selection; nothing is written. */
export function previewBulk(actor: Actor, selection: BulkSelection, edit: BulkEdit): Promise<BulkPreview> {
  requireRight(actor);
  return withActor(actor, async (tx) => {
    const held = await loadForPreview(tx, await selectedIds(tx, selection));
    const rows = [...held].map(([id, facts]) => ({ ...facts, id }));
    const plan = planBulk(rows, edit);
    const shown = [...plan.steps].sort((a, b) => a.name.localeCompare(b.name, "en")).slice(0, LINES_SHOWN);
    const pairs = shown.flatMap(({ id, facts }) => {
      const before = held.get(id);
      return before === undefined ? [] : [{ id, before, facts: { ...before, ...facts } }];
    });
    const names = await loadNames(tx, pairs);
    const field = FACT_FIELDS.find(({ key }) => key === edit.field);
    const lines = pairs.map(({ id, before, facts }) => ({
      id,
      name: before.name,
      from: field ? factWord(field, before[edit.field], names) : "",
      to: field ? factWord(field, facts[edit.field], names) : "",
    }));
    return {
      chosen: rows.length,
      already: plan.already,
      changing: plan.steps.length,
      lines,
      digest: bulkDigest(plan),
    };
  });
}

/** What a person agreed to: the workloads that change, each at the version that was looked at. */
export function bulkDigest(plan: BulkPlan): string {
  return createHash("sha256").update(planText(plan)).digest("hex");
}

/** The ids of a selection. @throws INVALID where it holds more than can be changed at once */
export async function selectedIds(tx: Tx, selection: BulkSelection): Promise<readonly string[]> {
  if ("ids" in selection) return [...new Set(selection.ids)];
  const search = parseSearch(new URLSearchParams(selection.query));
  const { text, values } = idsStatement(search, true, MOST_AT_ONCE + 1);
  const [row] = await tx.$queryRawUnsafe<{ ids: string[] }[]>(text, ...values);
  const ids = row?.ids ?? [];
  if (ids.length > MOST_AT_ONCE)
    throw new AppError(
      "INVALID",
      `These are more than ${formatCount(MOST_AT_ONCE)} workloads. Filter the list and change them in parts.`,
    );
  return ids;
}

function requireRight(actor: Actor): void {
  if (!can(actor, "workload:write")) throw notFound("program");
}
