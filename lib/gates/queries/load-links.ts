import "server-only";
import type { Tx } from "@/lib/db/transaction";

/**
 * The links of a wave's workloads in the snapshot's own text: keys and rows in its order, no blanks. Ids, kinds and hardness
 * hold nothing that JSON writes in another way.
 */
export async function loadLinks(tx: Tx, waveId: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ links: string }[]>`
    WITH member AS MATERIALIZED (SELECT "workloadId" AS id FROM "WaveWorkload" WHERE "waveId" = ${waveId}::uuid),
    link AS (SELECT d.id, d."dependentId", d."neededId", d.kind, d.hardness FROM member m
        JOIN "Dependency" d ON d."dependentId" = m.id WHERE d."programId" = (SELECT wavegate_program())
      UNION ALL SELECT d.id, d."dependentId", d."neededId", d.kind, d.hardness FROM member m
        JOIN "Dependency" d ON d."neededId" = m.id WHERE d."programId" = (SELECT wavegate_program())
        AND d."dependentId" NOT IN (SELECT id FROM member))
    SELECT '[' || coalesce(string_agg('{"dependentId":"' || l."dependentId" || '","hardness":' ||
      coalesce('"' || l.hardness || '"', 'null') || ',"id":"' || l.id || '","kind":' ||
      coalesce('"' || l.kind || '"', 'null') || ',"neededId":"' || l."neededId" || '"}', ',' ORDER BY l.id), '') || ']' AS links
    FROM link l`;
  return row?.links ?? "[]";
}
