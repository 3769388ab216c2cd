import "server-only";
import type { Tx } from "@/lib/db/transaction";

/** Whether something that was proposed then is older than a scale: by when the scales of the program were published. */
export async function publishedScales(
  tx: Tx,
  programId: string,
): Promise<{ inUse: number; isAfter: (scale: number, proposedAt: Date) => boolean }> {
  const rows = await tx.riskScale.findMany({
    where: { programId },
    select: { version: true, publishedAt: true },
  });
  return {
    inUse: rows.reduce((newest, { version }) => Math.max(newest, version), 1),
    isAfter: (scale, proposedAt) =>
      rows.some(({ version, publishedAt }) => version <= scale && publishedAt > proposedAt),
  };
}
