import type { Actor } from "@/lib/access/model";
import { listPeriods } from "@/lib/calendar/queries/periods";
import { withActor } from "@/lib/db/transaction";
import { loadGateFacts } from "@/lib/gates/queries/load-facts";
import { judgeGate } from "@/lib/gates/rules/judge-gate";
import { snapshotOf } from "@/lib/gates/rules/snapshot";
import { programTrends } from "@/lib/overview/queries/trends";
import { recoveryCoverage } from "@/lib/recovery/queries/recovery-coverage";
import { recoveryOverview } from "@/lib/recovery/queries/recovery-overview";
import { recoverySearch } from "@/lib/recovery/rules/search";
import { heatMap } from "@/lib/risks/queries/heat-map";
import { listRisks } from "@/lib/risks/queries/list-risks";
import { riskMap } from "@/lib/risks/queries/risk-map";
import { riskSearch } from "@/lib/risks/rules/search";
import type { Estate } from "./estate";
import { timesOf } from "./measure";
import type { ReadLine } from "./reads";
import { count, printTable, verdict } from "./table";

const DAY = 86_400_000;
const CALLS = 20;

/** What is asked to decide: gates, heatmaps, trends, calendar, recovery, register; with the policies, without Next; ms. */
export async function benchDecide({ actor, workloadIds }: Pick<Estate, "actor" | "workloadIds">) {
  const lines: ReadLine[] = [];
  const add = async (what: string, ask: () => Promise<unknown>) => {
    lines.push({ what, size: workloadIds.length, ...(await timesOf(ask, CALLS)) });
  };
  const { gateId, workloads, links } = await largestGate(actor);
  const facts = await load(actor, gateId);
  const gate = `gate of ${workloads} workloads and ${links} links`;
  await add(`${gate}: facts read`, () => load(actor, gateId));
  await add(`${gate}: criteria judged, digest`, async () => judgeGate({ ...facts }, new Date()));
  await add(`${gate}: the digest alone`, async () => snapshotOf({ ...facts }));
  await add(`${gate}: read and judged`, async () => judgeGate(await load(actor, gateId), new Date()));
  const now = new Date();
  const since = new Date(now.getTime() - 60 * DAY);
  const until = new Date(now.getTime() - 20 * DAY);
  await add("heatmap: likelihood and impact", () => riskMap(actor, { aspect: "current" }, now));
  await add("heatmap: moved in 60 days", () => riskMap(actor, { aspect: "current", since }, now));
  await add("heatmap: moved between two days", () =>
    riskMap(actor, { aspect: "current", since, until }, now),
  );
  await add("heatmap: domain and wave", () => heatMap(actor, { axis: "wave", aspect: "current" }, now));
  await add("heatmap: domain and criticality", () =>
    heatMap(actor, { axis: "criticality", aspect: "current" }, now),
  );
  await add("register: a page", () => listRisks(actor, riskSearch({}), now));
  await add("register: above appetite", () => listRisks(actor, riskSearch({ appetite: "above" }), now));
  await add("trends, again", () => programTrends(actor, new Date()));
  await add("calendar", () => listPeriods(actor, now));
  await add("recovery: counted", () => recoveryCoverage(actor, now));
  await add("recovery: counted and a page", () => recoveryOverview(actor, recoverySearch({}), now));
  return lines;
}

/** Prints what `benchDecide` measured. */
export function printDecide(lines: readonly ReadLine[]): void {
  console.log("\nWhat is asked to decide, one at a time, in ms.");
  printTable(
    ["question", "workloads", "p50 ms", "p95 ms", "aim, p95"],
    lines.map(({ what, size, p50, p95 }) => [
      what,
      count(size),
      p50.toFixed(1),
      p95.toFixed(1),
      verdict(p95, { most: 200 }),
    ]),
  );
}

function load(actor: Actor, gateId: string) {
  return withActor(actor, (tx) => loadGateFacts(tx, actor, gateId));
}

async function largestGate(actor: Actor) {
  const [found] = await withActor(
    actor,
    (tx) => tx.$queryRaw<{ gateId: string; workloads: number; links: number }[]>`
      SELECT g.id AS "gateId", (SELECT count(DISTINCT d.id)::int FROM "Dependency" d JOIN "WaveWorkload" m
          ON m."workloadId" IN (d."dependentId", d."neededId") WHERE m."waveId" = g."waveId") AS links,
        (SELECT count(*)::int FROM "WaveWorkload" m WHERE m."waveId" = g."waveId") AS workloads
      FROM "Gate" g ORDER BY links DESC, g.id LIMIT 1`,
  );
  if (found === undefined) throw new Error("the estate has no gate");
  return found;
}
