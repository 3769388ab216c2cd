import { notFound } from "next/navigation";
import { cache } from "react";
import { readsEstate } from "@/lib/access/reads-estate";
import { requireActor } from "@/lib/auth/require-actor";
import { getSite } from "@/lib/sites/queries/sites";

/** The site of an address with who asks; 404 when it is not there or not to be seen. */
export const loadSite = cache(async (program: string, id: string) => {
  const actor = await requireActor(program);
  if (!readsEstate(actor)) notFound();
  const site = await getSite(actor, id);
  if (site === null) notFound();
  return { actor, site };
});
