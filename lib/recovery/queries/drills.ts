import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireRight } from "@/lib/audit/queries/as-actor";
import { type Tx, withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import type { Prisma } from "@/prisma/generated/client/client";
import type { DrillView } from "../model";
import { provenTimes } from "../rules/judge";

const DRILL = {
  id: true,
  workloadId: true,
  kind: true,
  declaredAt: true,
  usableAt: true,
  lastGoodAt: true,
  findings: true,
  recordedAt: true,
  recordedById: true,
  withdrawnAt: true,
  withdrawnById: true,
  withdrawnReason: true,
  workload: { select: { name: true } },
} as const satisfies Prisma.DrillSelect;

type Row = Prisma.DrillGetPayload<{ select: typeof DRILL }>;

/** How many drills a page shows; older ones stay in the audit trail. */
const MOST_SHOWN = 100;

/** The drills of a workload, the newest first, withdrawn ones among them. Right: recovery:read. */
export function drillsOf(actor: Actor, workloadId: string): Promise<DrillView[]> {
  requireRight(actor, "recovery:read");
  return withActor(actor, async (tx) => {
    const rows = await tx.drill.findMany({
      where: { programId: actor.programId, workloadId },
      select: DRILL,
      orderBy: [{ declaredAt: "desc" }, { recordedAt: "desc" }, { id: "desc" }],
      take: MOST_SHOWN,
    });
    return viewsOf(tx, rows);
  });
}

/** One drill of a workload. @throws NOT_FOUND. Right: recovery:read. */
export async function getDrill(actor: Actor, workloadId: string, drillId: string): Promise<DrillView> {
  requireRight(actor, "recovery:read");
  const isId = [workloadId, drillId].every((id) => /^[0-9a-f-]{36}$/i.test(id));
  if (!isId) throw notFound("drill");
  const [drill] = await withActor(actor, async (tx) => {
    const rows = await tx.drill.findMany({
      where: { id: drillId, programId: actor.programId, workloadId },
      select: DRILL,
    });
    return viewsOf(tx, rows);
  });
  if (drill === undefined) throw notFound("drill");
  return drill;
}

async function viewsOf(tx: Tx, rows: readonly Row[]): Promise<DrillView[]> {
  const people = rows.flatMap(({ recordedById, withdrawnById }) => [
    recordedById,
    withdrawnById ?? recordedById,
  ]);
  const users = await tx.user.findMany({
    where: { id: { in: [...new Set(people)] } },
    select: { id: true, name: true },
  });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? "a former member";
  return rows.map(({ workload, recordedById, withdrawnById, ...drill }) => ({
    ...drill,
    workload: workload.name,
    recordedBy: nameOf(recordedById),
    withdrawnBy: withdrawnById === null ? null : nameOf(withdrawnById),
    proven: provenTimes(drill),
  }));
}
