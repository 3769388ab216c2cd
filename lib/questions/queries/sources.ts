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

function sourceLines(tx: Tx): Promise<SourceLine[]> {
  return tx.$queryRaw<SourceLine[]>`
    WITH said AS (SELECT source, count("workloadId")::int AS workloads, count("assetId")::int AS assets,
        max("updatedAt") AS "lastAt" FROM "Claim" GROUP BY source),
      asked AS (SELECT "statedSource" AS source, count(*)::int AS open FROM "FactQuestion" WHERE state = 'open' GROUP BY 1),
      files AS (SELECT "sourceName" AS source, count(*)::int AS imports FROM "ImportBatch"
        WHERE state = 'committed' GROUP BY 1)
    SELECT d.id, d.version, d.name, d.trust, d.note, coalesce(s.workloads, 0) AS workloads, coalesce(s.assets, 0) AS assets,
      s."lastAt", coalesce(a.open, 0) AS "openQuestions", coalesce(f.imports, 0) AS imports
    FROM "DataSource" d LEFT JOIN said s ON s.source = d.name LEFT JOIN asked a ON a.source = d.name
      LEFT JOIN files f ON f.source = d.name
    ORDER BY d.trust DESC, lower(d.name)`;
}
