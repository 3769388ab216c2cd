import { notFound } from "next/navigation";
import { cache } from "react";
import { readsEstate } from "@/lib/access/reads-estate";
import { requireActor } from "@/lib/auth/require-actor";
import { getPerson } from "@/lib/programs/queries/people";

/** The person of an address with who asks; 404 when it is not there or not to be seen. */
export const loadPerson = cache(async (program: string, id: string) => {
  const actor = await requireActor(program);
  if (!readsEstate(actor)) notFound();
  const person = await getPerson(actor, id);
  if (person === null) notFound();
  return { actor, person };
});
