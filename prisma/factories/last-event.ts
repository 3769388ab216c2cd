import { type EventBody, INSTANCE_CHAIN } from "@/lib/audit/model";
import { asSuperuser } from "@/prisma/testing/database";

/** The last event of a chain as it was hashed; the instance's chain unless a program's id is given. */
export async function lastEvent(chainId = INSTANCE_CHAIN, back = 0): Promise<EventBody> {
  const [row] = await asSuperuser<{ body: string }>(
    `SELECT body FROM "AuditEvent" WHERE "chainId" = $1 ORDER BY seq DESC LIMIT 1 OFFSET $2`,
    [chainId, back],
  );
  return JSON.parse(row?.body ?? "null");
}

/** How many events a chain has. */
export async function countEvents(chainId = INSTANCE_CHAIN): Promise<number> {
  const [row] = await asSuperuser<{ n: number }>(
    `SELECT count(*)::int AS n FROM "AuditEvent" WHERE "chainId" = $1`,
    [chainId],
  );
  return row?.n ?? 0;
}
