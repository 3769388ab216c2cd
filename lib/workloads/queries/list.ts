import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { readJson } from "@/lib/db/pipeline";
import { withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import type { WorkloadPage, WorkloadSearch } from "../model";
import type { WorkloadCsvRow } from "../rules/csv";
import { everyRowStatement, pageStatement } from "./list-sql";

/** The most rows a CSV holds; a program is meant to stay far below. */
export const MOST_CSV_ROWS = 50_000;

/** A page of the list: filtered, sorted, counted and cut by the database. */
export function listWorkloads(actor: Actor, search: WorkloadSearch): Promise<WorkloadPage> {
  requireRight(actor);
  const { text, values } = pageStatement(search);
  return withActor(actor, async (tx) => {
    const [row] = await tx.$queryRawUnsafe<{ json: string }[]>(text, ...values);
    if (row === undefined) throw notFound("program");
    return pageOf(row.json);
  });
}

/** The same page as JSON text for a login session, in one round trip and with every check. */
export async function readWorkloadPage(
  sessionId: string,
  slug: string,
  search: WorkloadSearch,
): Promise<string> {
  return (await readJson(sessionId, slug, "workload:read", pageStatement(search))).json;
}

/** Every row that the search matches, in its order, for the CSV; at most MOST_CSV_ROWS. */
export function listEveryWorkload(actor: Actor, search: WorkloadSearch): Promise<readonly WorkloadCsvRow[]> {
  requireRight(actor);
  const { text, values } = everyRowStatement(search, MOST_CSV_ROWS);
  return withActor(actor, async (tx) => {
    const rows = await tx.$queryRawUnsafe<{ json: string }[]>(text, ...values);
    return rows.map((row) => csvRowOf(row.json));
  });
}

/** The text is what `pageStatement` builds, whose shape a database test holds against the type. */
function pageOf(json: string): WorkloadPage {
  return JSON.parse(json) as WorkloadPage;
}

/** The text is one row of `everyRowStatement`, held by the same test. */
function csvRowOf(json: string): WorkloadCsvRow {
  return JSON.parse(json) as WorkloadCsvRow;
}

function requireRight(actor: Actor): void {
  if (!can(actor, "workload:read")) throw notFound("program");
}
