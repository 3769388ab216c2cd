import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { readKeptJson } from "@/lib/audit/adapters/kept-answers";
import { readJson } from "@/lib/db/pipeline";
import { withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import type { WorkloadPage, WorkloadRow } from "../model/list";
import type { WorkloadSearch } from "../model/search";
import { extrasOf } from "../rules/columns";
import { pageFromJson, rowFrom } from "../rules/page-json";
import { idsStatement, pageStatement, rowsStatement } from "./list-sql";

/** The most rows of an export; a program is meant to stay far below. */
const MOST_ROWS = 50_000;
const ROWS_AT_ONCE = 1_000;

/** A page of the list: filtered, sorted, counted and cut by the database. */
export function listWorkloads(actor: Actor, search: WorkloadSearch): Promise<WorkloadPage> {
  requireRight(actor);
  const { text, values } = pageStatement(search, actor.role !== "partner");
  return withActor(actor, async (tx) => {
    const [row] = await tx.$queryRawUnsafe<{ json: string }[]>(text, ...values);
    if (row === undefined) throw notFound("program");
    return pageFromJson(row.json);
  });
}

/**
 * The same page as JSON text for a login session, with every check. Who asks is known to the database alone: it is asked as for
 * a member, in one round trip, of which the answer is kept; a partner, to whom row-level security gave nothing of that, is answered by a second.
 */
export async function readWorkloadPage(
  sessionId: string,
  slug: string,
  search: WorkloadSearch,
): Promise<string> {
  const { role, json } = await readKeptJson(sessionId, slug, "workload:read", pageStatement(search, true));
  if (role !== "partner") return json;
  return (await readJson(sessionId, slug, "workload:read", pageStatement(search, false))).json;
}

/** The ids of everything a search matches, in its order, all pages; at most 50,000. */
export function matchingIds(actor: Actor, search: WorkloadSearch): Promise<readonly string[]> {
  requireRight(actor);
  const { text, values } = idsStatement(search, actor.role !== "partner", MOST_ROWS);
  return withActor(actor, async (tx) => {
    const [row] = await tx.$queryRawUnsafe<{ ids: string[] }[]>(text, ...values);
    return row?.ids ?? [];
  });
}

/**
 * Every row that a search matches, in its order, a thousand at a time, each batch in a transaction of its own: nothing is held
 * while a slow reader reads, and whoever loses the right meanwhile gets no more. What is deleted meanwhile is left out.
 */
export async function* everyWorkload(
  actor: Actor,
  search: WorkloadSearch,
): AsyncGenerator<readonly WorkloadRow[]> {
  const ids = await matchingIds(actor, search);
  const extras = extrasOf(search.columns);
  for (let at = 0; at < ids.length; at += ROWS_AT_ONCE) {
    const some = ids.slice(at, at + ROWS_AT_ONCE);
    const { text, values } = rowsStatement(some, search, actor.role !== "partner");
    const json = await withActor(actor, async (tx) => {
      const [row] = await tx.$queryRawUnsafe<{ json: string }[]>(text, ...values);
      return row?.json ?? "[]";
    });
    yield cellsFrom(json).map((cells) => rowFrom(cells, extras));
  }
}

/** The text is what `rowsStatement` builds: an array of rows, each an array. */
function cellsFrom(json: string): readonly (readonly (string | number | null)[])[] {
  return JSON.parse(json) as readonly (readonly (string | number | null)[])[];
}

function requireRight(actor: Actor): void {
  if (!can(actor, "workload:read")) throw notFound("program");
}
