import pg from "pg";
import { closePipeline, readJson } from "@/lib/db/pipeline";
import { RISK_MAP_JSON } from "@/lib/risks/queries/risk-map";
import { changeWorkload } from "@/lib/workloads/commands/change-workload";
import { readWorkloadPage } from "@/lib/workloads/queries/list";
import { pageStatement } from "@/lib/workloads/queries/list-sql";
import { parseSearch } from "@/lib/workloads/rules/search";
import { buildEstate, type Estate } from "./estate";
import { asFloor, buildFloor, dropFloor } from "./floor";
import { benchGraph, printGraph } from "./graph";
import { getter, median, rateOf } from "./measure";
import { measurePages, type PageLine } from "./pages";
import { openSession, type Running, startFloor, startProduct } from "./servers";
import { printTable } from "./table";

const ROUNDS = 3;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 3);
const SIZES = (process.env.BENCH_SIZES ?? "1000,10000").split(",").map(Number);
/** A filter that leaves about a quarter, a sort over a joined column, the total: what people do. */
const QUERY = "criticality=revenue&site=Tilbury&site=Venlo&site=Leeds&site=Gdynia&sort=owner";

type Line = { what: string; size: number; floor: number; product: number };
type SizedPage = PageLine & { place: string; size: number };
type Pair = {
  what: string;
  floor: (turn: number) => Promise<void>;
  product: (turn: number) => Promise<void>;
};

const ownerUrl = process.env.DATABASE_OWNER_URL;
if (!ownerUrl) throw new Error("DATABASE_OWNER_URL is not set: start the benchmark with `npm run bench`.");
await bench(ownerUrl);
process.exit(0);

async function bench(owner: string): Promise<void> {
  const product = await startProduct();
  console.log(
    product === null
      ? "The product is not built, so list and heatmap are measured in this process, without Next and HTTP."
      : "List and heatmap of the built product over HTTP; the audited update is the command itself.",
  );
  const lines: Line[] = [];
  const pages: SizedPage[] = [];
  const graph: Awaited<ReturnType<typeof benchGraph>> = [];
  for (const size of SIZES) {
    const measured = await benchSize(owner, product, size);
    lines.push(...measured.lines);
    pages.push(...measured.pages);
    graph.push(...measured.graph);
  }
  await product?.stop();
  await closePipeline();
  await dropFloor(owner);
  printRates(lines);
  printGraph(graph);
  if (pages.length > 0) printPages(pages);
}

async function benchSize(owner: string, product: Running | null, size: number) {
  console.log(`Making ${size.toLocaleString("en-GB")} workloads with five links each …`);
  const estate = await buildEstate(owner, size);
  await buildFloor(owner, estate.actor);
  const list = pageStatement(parseSearch(new URLSearchParams(QUERY)));
  const floor = await startFloor({
    list: { ...list, text: asFloor(list.text, estate.actor) },
    heatmap: { ...RISK_MAP_JSON, text: asFloor(RISK_MAP_JSON.text, estate.actor) },
  });
  const pool = new pg.Pool({ connectionString: owner, max: 8, options: "-c search_path=bench,public" });
  const lines: Line[] = [];
  for (const pair of [...(await reads(owner, product, floor, estate)), updates(pool, estate)]) {
    lines.push({ what: pair.what, size, ...(await compare(pair)) });
  }
  await floor.stop();
  await pool.end();
  const graph = await benchGraph(estate.actor, estate.workloadIds);
  return { lines, graph, pages: product === null ? [] : await firstVisits(owner, product, estate, size) };
}

async function firstVisits(owner: string, product: Running, { actor }: Estate, size: number) {
  const { cookie } = await openSession(owner, actor);
  const base = `/p/${actor.programSlug}`;
  const places = { home: base, workloads: `${base}/workloads`, risks: `${base}/risks` };
  const measured = await measurePages(product.address, Object.values(places), cookie);
  return Object.keys(places).flatMap((place, at) => {
    const line = measured[at];
    return line === undefined ? [] : [{ ...line, place, size }];
  });
}

async function reads(
  owner: string,
  product: Running | null,
  floor: Running,
  { actor }: Estate,
): Promise<Pair[]> {
  const { sessionId, cookie } = await openSession(owner, actor);
  const slug = actor.programSlug;
  const search = parseSearch(new URLSearchParams(QUERY));
  const api = product && `${product.address}/api/p/${slug}`;
  const inProcess = {
    list: async () => void (await readWorkloadPage(sessionId, slug, search)),
    heatmap: async () => void (await readJson(sessionId, slug, "risk:read", RISK_MAP_JSON)),
  };
  return [
    {
      what: "list, 50 rows",
      floor: getter(`${floor.address}/list`),
      product: api ? getter(`${api}/workloads?${QUERY}`, cookie) : inProcess.list,
    },
    {
      what: "heatmap",
      floor: getter(`${floor.address}/heatmap`),
      product: api ? getter(`${api}/risks/map`, cookie) : inProcess.heatmap,
    },
  ];
}

function updates(pool: pg.Pool, { actor, workloadIds }: Estate): Pair {
  const versions = new Map(workloadIds.map((id) => [id, 1]));
  return {
    what: "audited update",
    floor: async (turn) => {
      const client = await pool.connect();
      await client.query("BEGIN");
      await client.query(`UPDATE "Workload" SET site = $2, version = version + 1 WHERE id = $1`, [
        workloadIds[turn % workloadIds.length],
        `Site ${turn}`,
      ]);
      await client.query("INSERT INTO event (body, at) VALUES ($1, now())", [
        JSON.stringify({ turn, site: "changed" }),
      ]);
      await client.query("COMMIT");
      client.release();
    },
    product: async (turn) => {
      const workloadId = workloadIds[turn % workloadIds.length] ?? "";
      const version = versions.get(workloadId) ?? 1;
      versions.set(workloadId, version + 1);
      await changeWorkload({ actor }, { workloadId, version, site: `Site ${turn} of version ${version}` });
    },
  };
}

async function compare({ floor, product }: Pair): Promise<{ floor: number; product: number }> {
  const rates: { floor: number[]; product: number[] } = { floor: [], product: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.floor.push(await rateOf(floor, SECONDS));
    rates.product.push(await rateOf(product, SECONDS));
  }
  return { floor: median(rates.floor), product: median(rates.product) };
}

function printRates(lines: readonly Line[]): void {
  console.log(
    `\n8 connections, ${ROUNDS} interleaved rounds of ${SECONDS} s, medians. Floor: node:http + pg, no login, no policy.`,
  );
  printTable(
    ["what", "workloads", "floor /s", "product /s", "ratio"],
    lines.map(({ what, size, floor, product }) => [
      what,
      size.toLocaleString("en-GB"),
      floor.toFixed(0),
      product.toFixed(0),
      (product / floor).toFixed(2),
    ]),
  );
}

function printPages(pages: readonly SizedPage[]): void {
  console.log("\nFirst visit as program manager; gzip kB; LCP and layout shift in Chromium, medians of 5.");
  printTable(
    ["page", "workloads", "HTML kB", "scripts kB", "LCP s", "shift"],
    pages.map(({ place, size, html, scripts, lcp, shift }) => [
      place,
      size.toLocaleString("en-GB"),
      html.toFixed(0),
      scripts.toFixed(0),
      lcp?.toFixed(2) ?? "no browser",
      shift?.toFixed(3) ?? "no browser",
    ]),
  );
}
