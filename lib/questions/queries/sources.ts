import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireEstate } from "@/lib/access/reads-estate";
import { type Tx, withActor } from "@/lib/db/transaction";
import { isId } from "@/lib/kernel/new-id";
import type { SourceLine, SourceView } from "../model";

/** Every source of the program, the most trusted first. Not for partners. */
export function listSources(actor: Actor): Promise<SourceLine[]> {
  requireEstate(actor, "page");
  return withActor(actor, sourceLines);
}

/** One source with what stands on its word, its latest files and the others beside it; null when it is not there. */
export function getSource(actor: Actor, id: string): Promise<SourceView | null> {
  requireEstate(actor, "source");
  if (!isId(id)) return Promise.resolve(null);
  return withActor(actor, async (tx) => {
    const lines = await sourceLines(tx);
    const line = lines.find((one) => one.id === id);
    if (line === undefined) return null;
    const [stands] = await tx.$queryRaw<{ count: number }[]>`
      SELECT ((SELECT count(*) FROM "Workload" w, jsonb_each_text(w.origins) o WHERE o.value = ${line.name})
        + (SELECT count(*) FROM "Asset" a, jsonb_each_text(a.origins) o WHERE o.value = ${line.name}))::int AS count`;
    const recent = await tx.importBatch.findMany({
      where: { sourceName: line.name },
      select: { id: true, fileName: true, createdAt: true, state: true },
      orderBy: { createdAt: "desc" },
      take: 10,
    });
    return {
      ...line,
      standing: stands?.count ?? 0,
      others: lines.filter((one) => one.id !== id).map(({ name, trust }) => ({ name, trust })),
      recent: recent.map(({ createdAt, ...file }) => ({ ...file, at: createdAt })),
    };
  });
}

/**
 * A source speaks of what it claims, and of what stands on its word where its claim was not kept; there the day on which
 * the thing was recorded is the last that is known of its word.
 */
function sourceLines(tx: Tx): Promise<SourceLine[]> {
  return tx.$queryRaw<SourceLine[]>`
    WITH heard AS (SELECT source, "workloadId", "assetId", "updatedAt" AS at FROM "Claim"
      UNION ALL SELECT o.value, w.id, NULL, w."createdAt" FROM "Workload" w
        CROSS JOIN LATERAL (SELECT DISTINCT value FROM jsonb_each_text(w.origins)) o
        WHERE NOT EXISTS (SELECT 1 FROM "Claim" c WHERE c."workloadId" = w.id AND c.source = o.value)
      UNION ALL SELECT o.value, NULL, a.id, a."createdAt" FROM "Asset" a
        CROSS JOIN LATERAL (SELECT DISTINCT value FROM jsonb_each_text(a.origins)) o
        WHERE NOT EXISTS (SELECT 1 FROM "Claim" c WHERE c."assetId" = a.id AND c.source = o.value)),
      said AS (SELECT source, count("workloadId")::int AS workloads, count("assetId")::int AS assets,
        max(at) AS "lastAt" FROM heard GROUP BY source),
      asked AS (SELECT "statedSource" AS source, count(*)::int AS open FROM "FactQuestion" WHERE state = 'open' GROUP BY 1),
      files AS (SELECT "sourceName" AS source, count(*)::int AS imports FROM "ImportBatch"
        WHERE state = 'committed' GROUP BY 1)
    SELECT d.id, d.version, d.name, d.trust, d.note, coalesce(s.workloads, 0) AS workloads, coalesce(s.assets, 0) AS assets,
      s."lastAt", coalesce(a.open, 0) AS "openQuestions", coalesce(f.imports, 0) AS imports
    FROM "DataSource" d LEFT JOIN said s ON s.source = d.name LEFT JOIN asked a ON a.source = d.name
      LEFT JOIN files f ON f.source = d.name
    ORDER BY d.trust DESC, lower(d.name)`;
}
