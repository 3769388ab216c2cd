import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { readJson } from "@/lib/db/pipeline";
import { withActor } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/kernel/errors";
import { nameKey } from "@/lib/kernel/text";

const MOST_OFFERED = 20;

/**
 * Names that hold the text, those that begin with it first, at most twenty, as JSON text: `[{"value": name, "label": place}]`.
 * For a login session, in one round trip.
 */
export async function readWorkloadNames(sessionId: string, slug: string, text: string): Promise<string> {
  const key = nameKey(text).replace(/[\\%_]/gu, "\\$&");
  const { json } = await readJson(sessionId, slug, "workload:read", {
    text: `SELECT coalesce(json_agg(json_build_object('value', o.name, 'label', concat_ws(' · ', o.site, o.service))
        ORDER BY o.first DESC, o.key), '[]')::text AS json
      FROM (SELECT w.name, w.site, w."businessService" AS service, w."nameKey" AS key, w."nameKey" LIKE $2::text AS first
        FROM "Workload" w WHERE w."programId" = (SELECT wavegate_program()) AND w."nameKey" LIKE $1::text
        ORDER BY first DESC, w."nameKey" LIMIT ${MOST_OFFERED}) o`,
    values: [`%${key}%`, `${key}%`],
  });
  return json;
}

/** The name of a workload; null when the actor does not see it. */
export function workloadName(actor: Actor, workloadId: string): Promise<string | null> {
  requireRight(actor);
  return withActor(actor, async (tx) => {
    const row = await tx.workload.findUnique({
      where: { id: workloadId, programId: actor.programId },
      select: { name: true },
    });
    return row?.name ?? null;
  });
}

/** The id of the workload of that name. @throws INVALID at the field when there is none that the actor sees */
export function requireWorkloadNamed(actor: Actor, name: string, field: string): Promise<string> {
  requireRight(actor);
  return withActor(actor, async (tx) => {
    const row = await tx.workload.findUnique({
      where: { programId_nameKey: { programId: actor.programId, nameKey: nameKey(name) } },
      select: { id: true },
    });
    if (row !== null) return row.id;
    const message =
      name.trim() === ""
        ? "Choose a workload."
        : `There is no workload named “${name.trim()}” in this program. Choose one that is offered while you type.`;
    throw new AppError("INVALID", message, { fields: { [field]: message } });
  });
}

function requireRight(actor: Actor): void {
  if (!can(actor, "workload:read")) throw notFound("workload");
}
