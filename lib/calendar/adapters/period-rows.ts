import "server-only";
import type { Actor } from "@/lib/access/model";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/kernel/errors";
import { nameKey } from "@/lib/kernel/text";
import type { Prisma } from "@/prisma/generated/client/client";
import type { PeriodScope, PeriodView } from "../model";

const SELECT = {
  id: true,
  kind: true,
  title: true,
  reason: true,
  zone: true,
  startLocal: true,
  endLocal: true,
  recurrence: true,
  endedAt: true,
  endedReason: true,
  source: true,
  version: true,
  updatedAt: true,
  site: { select: { id: true, name: true } },
  workload: { select: { id: true, name: true } },
} as const satisfies Prisma.CalendarPeriodSelect;

type Row = Prisma.CalendarPeriodGetPayload<{ select: typeof SELECT }>;

/** The periods of the program that fit, in the order of their first start. */
export async function loadPeriods(
  tx: Tx,
  { programId }: Pick<Actor, "programId">,
  where: Prisma.CalendarPeriodWhereInput = {},
): Promise<PeriodView[]> {
  const rows = await tx.calendarPeriod.findMany({
    where: { AND: [{ programId }, where] },
    select: SELECT,
    orderBy: [{ startAt: "asc" }, { id: "asc" }],
  });
  return rows.map(viewOf);
}

/** The period of the actor's program. @throws NOT_FOUND */
export async function requirePeriod(
  tx: Tx,
  actor: Pick<Actor, "programId">,
  periodId: string,
): Promise<PeriodView> {
  const [found] = await loadPeriods(tx, actor, { id: periodId });
  if (found === undefined) throw notFound("period");
  return found;
}

/** The site or the workload that a form names, or the whole program. @throws INVALID at the field at fault */
export async function requireScope(
  tx: Tx,
  { programId }: Pick<Actor, "programId">,
  said: { siteId: string | null; workload: string },
): Promise<PeriodScope> {
  const { siteId, workload } = said;
  if (siteId !== null && workload !== "")
    throw refused("workload", "A period is about a site or about a workload, not about both.");
  if (siteId !== null) {
    const site = await tx.site.findFirst({
      where: { id: siteId, programId },
      select: { id: true, name: true },
    });
    if (site === null) throw refused("siteId", "This program knows no such site. Choose one of the list.");
    return { of: "site", ...site };
  }
  if (workload === "") return { of: "program" };
  const found = await tx.workload.findFirst({
    where: { nameKey: nameKey(workload), programId },
    select: { id: true, name: true },
  });
  if (found === null) throw refused("workload", `This program knows no workload “${workload}”.`);
  return { of: "workload", ...found };
}

/** The columns of a scope. */
export function scopeColumns(scope: PeriodScope): { siteId: string | null; workloadId: string | null } {
  return {
    siteId: scope.of === "site" ? scope.id : null,
    workloadId: scope.of === "workload" ? scope.id : null,
  };
}

function viewOf({ site, workload, ...row }: Row): PeriodView {
  const scope: PeriodScope =
    site !== null
      ? { of: "site", ...site }
      : workload !== null
        ? { of: "workload", ...workload }
        : { of: "program" };
  return { ...row, scope };
}

function refused(field: string, message: string): AppError {
  return new AppError("INVALID", message, { fields: { [field]: message } });
}
