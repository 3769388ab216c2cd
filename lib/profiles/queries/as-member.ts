import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { notFound } from "@/lib/kernel/errors";

/** Profiles are read by members of the program, not by partners. @throws NOT_FOUND, as for what is not there. */
export function requireMember(actor: Actor): void {
  if (!can(actor, "workload:read") || actor.role === "partner") throw notFound("workload");
}
