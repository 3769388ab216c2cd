import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/new-id";
import { loadPeriods } from "../adapters/period-rows";
import type { PeriodView, ScopeChoices } from "../model";

/** Every period that takes place, or may again, after `from`; the ended ones that ended before are left out. */
export function listPeriods(actor: Actor, from: Date): Promise<PeriodView[]> {
  requireReader(actor);
  return withActor(actor, (tx) =>
    loadPeriods(tx, actor, {
      AND: [
        { OR: [{ recurrence: { not: null } }, { endAt: { gt: from } }] },
        { OR: [{ endedAt: null }, { endedAt: { gt: from } }] },
      ],
    }),
  );
}

/** One period, ended ones as well; null when there is none. */
export async function getPeriod(actor: Actor, periodId: string): Promise<PeriodView | null> {
  requireReader(actor);
  if (!isId(periodId)) return null;
  const [found] = await withActor(actor, (tx) => loadPeriods(tx, actor, { id: periodId }));
  return found ?? null;
}

/** What a period can be about, besides the whole program and a workload, which is looked up by its name. */
export function scopeChoices(actor: Actor): Promise<ScopeChoices> {
  requireReader(actor);
  return withActor(actor, async (tx) => ({
    sites: await tx.site.findMany({
      where: { programId: actor.programId },
      select: { id: true, name: true },
      orderBy: { name: "asc" },
    }),
  }));
}

function requireReader(actor: Actor): void {
  if (!can(actor, "calendar:read")) throw notFound("calendar");
}
