import { notFound } from "next/navigation";
import { cache } from "react";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { getPeriod } from "@/lib/calendar/queries/periods";

/** The period of an address with who asks; 404 when it is not there or not to be seen. */
export const loadPeriod = cache(async (program: string, id: string) => {
  const actor = await requireActor(program);
  if (!can(actor, "calendar:read")) notFound();
  const period = await getPeriod(actor, id);
  if (period === null) notFound();
  return { actor, period };
});

/** The same for who may change it while it still counts. */
export async function loadPeriodToChange(program: string, id: string) {
  const loaded = await loadPeriod(program, id);
  if (!can(loaded.actor, "calendar:write") || loaded.period.endedAt !== null) notFound();
  return loaded;
}
