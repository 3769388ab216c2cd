import { notFound } from "next/navigation";
import { cache } from "react";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { AppError } from "@/lib/kernel/errors";
import { getDrill } from "@/lib/recovery/queries/drills";
import { getRecovery } from "@/lib/recovery/queries/get-recovery";
import { protectionsOf } from "@/lib/recovery/queries/protections";

/** A workload's recovery for whoever may read it; everybody else, and a wrong address, gets "not found". */
export const loadRecovery = cache(async (program: string, workloadId: string) => {
  const actor = await requireActor(program);
  if (!can(actor, "recovery:read")) notFound();
  const workload = await orNotFound(getRecovery(actor, workloadId));
  return {
    actor,
    workload,
    writes: can(actor, "recovery:write"),
    path: `/p/${program}/recovery/${workloadId}`,
  };
});

/** The same with one of its drills. */
export const loadDrill = cache(async (program: string, workloadId: string, drillId: string) => {
  const loaded = await loadRecovery(program, workloadId);
  return { ...loaded, drill: await orNotFound(getDrill(loaded.actor, workloadId, drillId)) };
});

/** The same with what protects its parts. */
export const loadProtection = cache(async (program: string, workloadId: string) => {
  const loaded = await loadRecovery(program, workloadId);
  const protection = (await protectionsOf(loaded.actor, [loaded.workload])).get(loaded.workload.id);
  if (protection === undefined) notFound();
  return { ...loaded, protection };
});

async function orNotFound<Found>(found: Promise<Found>): Promise<Found> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
