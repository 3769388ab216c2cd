import { notFound } from "@/lib/kernel/errors";
import type { Role } from "./model";
import { can } from "./policy";

/** Whether one reads what the estate is made of: everybody who reads workloads, but partners, who see what was granted. */
export function readsEstate(actor: { role: Role }): boolean {
  return actor.role !== "partner" && can(actor, "workload:read");
}

/** For queries: what one may not read is answered like what does not exist. */
export function requireEstate(actor: { role: Role }, what: string): void {
  if (!readsEstate(actor)) throw notFound(what);
}
