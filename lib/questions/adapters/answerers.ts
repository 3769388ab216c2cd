import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import type { Tx } from "@/lib/db/transaction";
import { Prisma } from "@/prisma/generated/client/client";

/** Whether the actor may answer a question q with `ABOUT` joined: a business owner only for what they own. */
export function mayAnswer(actor: Actor): Prisma.Sql {
  if (!can(actor, "fact:settle")) return Prisma.sql`false`;
  if (actor.role !== "business_owner") return Prisma.sql`true`;
  return Prisma.sql`coalesce(coalesce(w."businessOwnerId", aw."businessOwnerId") IN
    (SELECT m.id FROM "Person" m WHERE m."userId" = ${actor.userId}::uuid), false)`;
}

/** The names that a field which points elsewhere may take: tiers, people, or workloads. */
export async function namesToChoose(tx: Tx, field: string): Promise<string[]> {
  const table = {
    tierId: "Tier",
    businessOwnerId: "Person",
    technicalOwnerId: "Person",
    workloadId: "Workload",
  }[field];
  if (table === undefined) return [];
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT name FROM ${Prisma.raw(`"${table}"`)} ORDER BY lower(name) LIMIT 10000`;
  return rows.map((row) => row.name);
}
