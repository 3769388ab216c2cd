import type { Actor } from "@/lib/access/model";
import { assetChoices, listAssets } from "@/lib/assets/queries/assets";
import { assetSearch } from "@/lib/assets/rules/search";
import { dataHealth } from "@/lib/findings/queries/data-health";
import { disagreements, listQuestions } from "@/lib/questions/queries/list-questions";
import { questionSearch } from "@/lib/questions/rules/search";
import { previewBulk } from "@/lib/workloads/queries/bulk";
import type { Estate } from "./estate";
import { timesOf } from "./measure";
import { count, printTable } from "./table";

export type ReadLine = { what: string; size: number; p50: number; p95: number };

/** What the pages of the estate ask, with the database and row-level security, without Next; ms. */
const READS: Record<string, { calls: number; ask: (actor: Actor) => Promise<unknown> }> = {
  "data health": { calls: 10, ask: (actor) => dataHealth(actor) },
  "questions, a page": { calls: 20, ask: (actor) => listQuestions(actor, questionSearch({})) },
  "questions by source": { calls: 20, ask: (actor) => disagreements(actor) },
  "assets, a page": { calls: 20, ask: (actor) => listAssets(actor, assetSearch({})) },
  "assets, search": { calls: 20, ask: (actor) => listAssets(actor, assetSearch({ q: "host-77" })) },
  "assets, filters offered": { calls: 20, ask: (actor) => assetChoices(actor, assetSearch({})) },
  "bulk preview of all": {
    calls: 5,
    ask: (actor) =>
      previewBulk(actor, { query: "" }, { field: "tags", mode: "add", facts: { tags: ["peak"] } }),
  },
};

/** Times the queries of the pages of the estate, one at a time. */
export async function benchReads({ actor, workloadIds }: Estate): Promise<ReadLine[]> {
  const lines: ReadLine[] = [];
  for (const [what, { calls, ask }] of Object.entries(READS))
    lines.push({ what, size: workloadIds.length, ...(await timesOf(() => ask(actor), calls)) });
  return lines;
}

/** Prints what `benchReads` measured. */
export function printReads(lines: readonly ReadLine[]): void {
  console.log("\nQueries of pages of the estate, one at a time, in ms; no aim was set for them.");
  printTable(
    ["query", "workloads", "p50 ms", "p95 ms"],
    lines.map(({ what, size, p50, p95 }) => [what, count(size), p50.toFixed(1), p95.toFixed(1)]),
  );
}
