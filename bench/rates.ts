import pg from "pg";
import { readJson } from "@/lib/db/pipeline";
import { RISK_MAP_JSON } from "@/lib/risks/queries/risk-map";
import { changeWorkload } from "@/lib/workloads/commands/change-workload";
import { readWorkloadPage } from "@/lib/workloads/queries/list";
import { pageStatement } from "@/lib/workloads/queries/list-sql";
import { readWorkloadNames } from "@/lib/workloads/queries/lookup";
import { parseSearch } from "@/lib/workloads/rules/search";
import type { Estate } from "./estate";
import { asFloor, buildFloor, dropFloor } from "./floor";
import { getter, type Load, loadOf, median, warmUp } from "./measure";
import { openSession, type Running, startFloor } from "./servers";
import { type Aim, count, printTable, verdict } from "./table";

type Work = (turn: number) => Promise<void>;
type Pair = { what: string; aim: Aim | null; floor: Work | null; product: Work };
type RateLine = { what: string; size: number; aim: Aim | null; floor: Load | null; product: Load };

/** The list as people ask for it: as it opens; a filter that leaves about a quarter, sorted over a joined column, with the total; words. */
const LISTS = {
  "list, as it opens": "",
  "list, filter and sort": "criticality=revenue&site=Tilbury&site=Venlo&site=Leeds&site=Gdynia&sort=owner",
  "list, search": "q=load+00012",
};

const ANEW: Record<string, (turn: number) => string> = {
  "anew, filter and sort": (turn) => `${LISTS["list, filter and sort"]}&site=nowhere+${turn}`,
  "anew, search": (turn) => `q=load+${String(turn % 10_000).padStart(5, "0")}`,
};

/** How often a second the hot requests are answered, product and floor in turn. */
export async function benchRates(
  owner: string,
  product: Running | null,
  estate: Estate,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<RateLine[]> {
  await buildFloor(owner, estate.actor);
  const statements = Object.fromEntries(
    Object.values(LISTS).map((query, at) => [`list${at}`, pageStatement(search(query), true)]),
  );
  const asked = Object.entries({ ...statements, heatmap: RISK_MAP_JSON });
  const floor = await startFloor(
    Object.fromEntries(asked.map(([name, one]) => [name, { ...one, text: asFloor(one.text, estate.actor) }])),
  );
  const pool = new pg.Pool({ connectionString: owner, max: 8, options: "-c search_path=bench,public" });
  const lines: RateLine[] = [];
  for (const pair of [...(await reads(owner, product, floor, estate)), updates(pool, estate)]) {
    const measured = await compare(pair, rounds, seconds);
    lines.push({ what: pair.what, aim: pair.aim, size: estate.workloadIds.length, ...measured });
  }
  await floor.stop();
  await pool.end();
  await dropFloor(owner);
  return lines;
}

/** Prints what `benchRates` measured. */
export function printRates(lines: readonly RateLine[], rounds: number, seconds: number): void {
  console.log(
    `\n8 connections, ${rounds} interleaved rounds of ${seconds} s, medians, after a warm-up of 4 s each. Floor: node:http + pg with the same statement, no login, no policy.`,
  );
  printTable(
    ["what", "workloads", "floor /s", "product /s", "ratio", "p50 ms", "p95 ms", "aim /s"],
    lines.map(({ what, size, aim, floor, product }) => [
      what,
      count(size),
      floor?.rate.toFixed(0) ?? "–",
      product.rate.toFixed(0),
      floor === null ? "–" : (product.rate / floor.rate).toFixed(2),
      product.p50.toFixed(1),
      product.p95.toFixed(1),
      verdict(product.rate, aim),
    ]),
  );
}

async function reads(
  owner: string,
  product: Running | null,
  floor: Running,
  { actor }: Estate,
): Promise<Pair[]> {
  const { sessionId, cookie } = await openSession(owner, actor);
  const slug = actor.programSlug;
  const api = product && `${product.address}/api/p/${slug}`;
  const lists = Object.entries(LISTS).map(([what, query]): Pair => {
    const here = async () => void (await readWorkloadPage(sessionId, slug, search(query)));
    return {
      what,
      aim: { least: 400 },
      floor: null,
      product: api ? getter(`${api}/workloads?${query}`, cookie) : here,
    };
  });
  // A page that was never asked for: each turn also asks for a site that does not exist, or for other words.
  const fresh = Object.entries(ANEW).map(([what, queryOf], at): Pair => {
    const here = async (turn: number) =>
      void (await readWorkloadPage(sessionId, slug, search(queryOf(turn))));
    return {
      what,
      aim: { least: 400 },
      floor: getter(`${floor.address}/list${at + 1}`),
      product: api ? getter((turn) => `${api}/workloads?${queryOf(turn)}`, cookie) : here,
    };
  });
  const typed = (turn: number) => `workload 00${turn % 100}`;
  return [
    ...lists,
    ...fresh,
    {
      what: "names while one types",
      aim: null,
      floor: null,
      product: api
        ? getter((turn) => `${api}/workloads/names?q=${encodeURIComponent(typed(turn))}`, cookie)
        : async (turn) => void (await readWorkloadNames(sessionId, slug, typed(turn))),
    },
    {
      what: "heatmap",
      aim: { least: 450 },
      floor: getter(`${floor.address}/heatmap`),
      product: api
        ? getter(`${api}/risks/map`, cookie)
        : async () => void (await readJson(sessionId, slug, "risk:read", RISK_MAP_JSON)),
    },
  ];
}

function updates(pool: pg.Pool, { actor, workloadIds }: Estate): Pair {
  const versions = new Map(workloadIds.map((id) => [id, 1]));
  return {
    what: "audited update",
    aim: { least: 350 },
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

async function compare({ floor, product }: Pair, rounds: number, seconds: number) {
  const floors: Load[] = [];
  const products: Load[] = [];
  if (floor !== null) await warmUp(floor);
  await warmUp(product);
  for (let round = 0; round < rounds; round += 1) {
    if (floor !== null) floors.push(await loadOf(floor, seconds));
    products.push(await loadOf(product, seconds));
  }
  return { floor: floor === null ? null : middle(floors), product: middle(products) };
}

function middle(loads: readonly Load[]): Load {
  const of = (key: keyof Load) => median(loads.map((load) => load[key]));
  return { rate: of("rate"), p50: of("p50"), p95: of("p95") };
}

function search(query: string) {
  return parseSearch(new URLSearchParams(query));
}
