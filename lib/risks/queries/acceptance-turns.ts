import "server-only";
import type { Tx } from "@/lib/db/transaction";

/** The first instant after `now` at which an acceptance of the program begins or ends by the clock; null where none does. */
export async function nextAcceptanceTurn(tx: Tx, programId: string, now: Date): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ at: Date | null }[]>`
    SELECT min(t.at) AS at FROM "RiskAcceptance" x CROSS JOIN LATERAL (VALUES (x."decidedAt"), (x."expiresAt")) t(at)
    WHERE x."programId" = ${programId}::uuid AND x.decision = 'accepted' AND t.at > ${now}::timestamptz`;
  return row?.at ?? null;
}
