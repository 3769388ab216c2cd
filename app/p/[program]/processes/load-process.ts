import { notFound } from "next/navigation";
import { cache } from "react";
import { readsEstate } from "@/lib/access/reads-estate";
import { requireActor } from "@/lib/auth/require-actor";
import { getProcess } from "@/lib/processes/queries/processes";

/** The process of an address with who asks; 404 when it is not there or not to be seen. */
export const loadProcess = cache(async (program: string, id: string) => {
  const actor = await requireActor(program);
  if (!readsEstate(actor)) notFound();
  const process = await getProcess(actor, id);
  if (process === null) notFound();
  return { actor, process };
});
