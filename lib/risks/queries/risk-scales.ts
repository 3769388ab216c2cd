import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireRight } from "@/lib/audit/queries/as-actor";
import { withActor } from "@/lib/db/transaction";
import { countApart } from "../adapters/scale-effect";
import { loadScales } from "../adapters/scale-rows";
import type { RiskScales, ScaleEffect, ScaleEntry } from "../model/scale";

/** Every scale of the program, the oldest first; the last one is in use. Right: risk:read. */
export async function riskScales(actor: Actor): Promise<RiskScales> {
  requireRight(actor, "risk:read");
  return withActor(actor, (tx) => loadScales(tx, actor.programId));
}

/** The scales with who published them and why, the newest first. Right: risk:read. */
export async function scaleHistory(actor: Actor): Promise<ScaleEntry[]> {
  requireRight(actor, "risk:read");
  return withActor(actor, async (tx) => {
    const scales = await loadScales(tx, actor.programId);
    const told = await tx.$queryRaw<Omit<ScaleEntry, "likelihood" | "impact" | "matrix">[]>`
      SELECT s.version, s.reason, s."publishedAt", coalesce(u.name, 'A former member') AS "publishedBy"
      FROM "RiskScale" s LEFT JOIN "User" u ON u.id = s."publishedById" WHERE s."programId" = ${actor.programId}::uuid`;
    const entries = scales.map((scale): ScaleEntry => {
      const by = told.find((one) => one.version === scale.version);
      return { ...BUILT_IN, ...scale, ...by };
    });
    return entries.reverse();
  });
}

const BUILT_IN = { reason: "", publishedAt: null, publishedBy: null };

/** What publishing another scale would do to the open risks now. Right: risk:configure. */
export async function scaleEffect(actor: Actor, now = new Date()): Promise<ScaleEffect> {
  requireRight(actor, "risk:configure");
  return withActor(actor, (tx) => countApart(tx, actor.programId, now));
}
