import { notFound } from "@/lib/kernel/errors";
import type { Permission, Role } from "./model";
import { can } from "./policy";

/** For queries: what one may not read is answered like what does not exist. */
export function requirePermission(actor: { role: Role }, permission: Permission, what = "page"): void {
  if (!can(actor, permission)) throw notFound(what);
}
