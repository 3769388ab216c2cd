import "server-only";
import type { Actor, Permission } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { withActor } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import type { RunSql } from "../adapters/chain-reader";

/** Refuses a member whose role does not include the right. */
export function requireRight(actor: Actor, permission: Permission): void {
  if (!can(actor, permission))
    throw new AppError("FORBIDDEN", "Your role in this program does not include this.");
}

/** Each statement in a transaction of its own as this member: for reading what only ever grows. */
export function sqlAs(actor: Actor): RunSql {
  return (text, values) =>
    withActor(actor, (tx) => tx.$queryRawUnsafe<Record<string, unknown>[]>(text, ...values));
}
