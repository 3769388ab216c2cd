import type { Actor } from "@/lib/access/model";
import { withActor } from "@/lib/db/transaction";
import { WAVE_TABS } from "@/lib/waves/rules/search";
import { WORKLOAD_TABS } from "@/lib/workloads/rules/tabs";
import type { Addresses } from "../e2e/routes/addresses";
import { ROUTES } from "../e2e/routes/table";
import type { Estate } from "./estate";
import { median } from "./measure";
import { openSession, type Running } from "./servers";
import { count, printTable } from "./table";

type WalkLine = { reader: string; route: string; size: number; ms: number; kilobytes: number; nodes: number };

const READERS = ["program manager", "platform engineer"] as const;
const LOADS = 3;
const NOWHERE = "no-example";
const LIMIT = { ms: 400, kilobytes: 300, nodes: 3_000 };

/**
 * Opens every page of the table of routes in an estate, as those who prepare waves: the time until all of it is there (median
 * of 3 after a first visit), the size of its HTML and the elements in it. Pages of what the estate has no example of are left out.
 */
export async function benchWalk(owner: string, product: Running, estate: Estate): Promise<WalkLine[]> {
  const at = await examples(estate.actor);
  const lines: WalkLine[] = [];
  for (const reader of READERS) {
    const actor = reader === "program manager" ? estate.actor : estate.engineer;
    const { cookie } = await openSession(owner, actor);
    for (const [route, address] of addresses(reader, at)) {
      if (address.includes(NOWHERE)) continue;
      const seen = await visited(product.address + address, cookie);
      if (seen !== null) lines.push({ reader, route, size: estate.workloadIds.length, ...seen });
    }
  }
  return lines;
}

/** Every page of the table that the reader has, and the tabs of those that have them. */
function addresses(reader: (typeof READERS)[number], at: Addresses): [string, string][] {
  const pages = Object.entries(ROUTES).filter(
    ([route, { who, method = "GET" }]) =>
      method === "GET" && route.endsWith("/page") && Array.isArray(who) && who.includes(reader),
  );
  const found = pages.map(([route, { path }]): [string, string] => [route.replace(/\/page$/, ""), path(at)]);
  for (const [route, queries] of Object.entries(TABS)) {
    const address = ROUTES[`${route}/page`]?.path(at).split("?")[0];
    if (address === undefined) continue;
    for (const query of queries) found.push([`${route}?${query}`, `${address}?${query}`]);
  }
  return found;
}

const tabs = (names: readonly string[]) => names.slice(1).map((name) => `tab=${name}`);
const TABS: Record<string, readonly string[]> = {
  "/p/[program]/workloads": ["q=0012", "sort=owner&criticality=revenue", "page=150"],
  "/p/[program]/workloads/bulk": ["all=1&set_field=tags&set_mode=add&set_value=peak"],
  "/p/[program]/workloads/[id]": tabs(WORKLOAD_TABS),
  "/p/[program]/waves/[number]": tabs(WAVE_TABS),
  "/p/[program]/dependencies": [
    "tab=map",
    "tab=map&by=site",
    "tab=radius",
    "tab=radius&wave=3",
    "list=circles",
  ],
};

/** Prints what `benchWalk` saw, the slowest first, and which pages are too slow or too large. */
export function printWalk(lines: readonly WalkLine[]): void {
  if (lines.length === 0) return;
  console.log(
    "\nEvery page, until all of it is there; aim: 400 ms, 300 kB of HTML (not compressed), 3,000 elements.",
  );
  printTable(
    ["page", "workloads", "reader", "ms", "HTML kB", "elements", "aims"],
    [...lines]
      .sort((a, b) => b.ms - a.ms)
      .map(({ reader, route, size, ms, kilobytes, nodes }) => [
        route.replace("/p/[program]", "…"),
        count(size),
        reader,
        ms.toFixed(0),
        kilobytes.toFixed(0),
        count(nodes),
        ms <= LIMIT.ms && kilobytes <= LIMIT.kilobytes && nodes <= LIMIT.nodes ? "met" : "missed",
      ]),
  );
}

async function visited(url: string, cookie: string) {
  const times: number[] = [];
  let text = "";
  for (let load = 0; load <= LOADS; load += 1) {
    const start = performance.now();
    const answer = await fetch(url, { headers: { cookie }, redirect: "manual" });
    text = await answer.text();
    if (load > 0) times.push(performance.now() - start);
    if (answer.status !== 200) {
      console.log(`  ${answer.status}, not counted: ${url}`);
      return null;
    }
  }
  const shown = text.replace(/<script\b[^>]*>.*?<\/script>/gs, "");
  const nodes = [...shown.matchAll(/<[a-z]/g)].length;
  return { ms: median(times), kilobytes: Buffer.byteLength(text) / 1000, nodes };
}

/** One of each for the addresses; what is not asked for by name here, or is not there, is nowhere. */
async function examples(actor: Actor): Promise<Addresses> {
  const one = (tx: Parameters<Parameters<typeof withActor>[1]>[0], sql: string) =>
    tx.$queryRawUnsafe<{ id: string }[]>(sql).then(([row]) => row?.id ?? NOWHERE);
  const found = await withActor(actor, async (tx) => {
    const held: Record<string, string> = { program: actor.programSlug, wave: "3" };
    for (const [name, sql] of Object.entries(EXAMPLES)) held[name] = await one(tx, sql);
    return held;
  });
  return new Proxy(Object.create(null), { get: (_, name) => found[String(name)] ?? NOWHERE });
}

const inWave = (number: number) => `(SELECT id FROM "Wave" WHERE number = ${number})`;
/** The busiest workload: where there is most to show. */
const BUSIEST = `(SELECT "neededId" FROM "Dependency" GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1)`;
const EXAMPLES: Record<string, string> = {
  workload: `SELECT ${BUSIEST}::text AS id`,
  link: `SELECT id::text FROM "Dependency" WHERE "neededId" = ${BUSIEST} ORDER BY id LIMIT 1`,
  risk: `SELECT code AS id FROM "Risk" ORDER BY id LIMIT 1`,
  item: `SELECT id::text FROM "ChecklistItem" WHERE "waveId" = ${inWave(4)} ORDER BY position LIMIT 1`,
  criterion: `SELECT c.id::text FROM "GateCriterion" c JOIN "Gate" g ON g.id = c."gateId" WHERE g."waveId" = ${inWave(3)}
    AND c.source = 'attested' ORDER BY c.position LIMIT 1`,
  member: `SELECT id::text FROM "Membership" ORDER BY id DESC LIMIT 1`,
  externalLink: `SELECT id::text FROM "ExternalLink" ORDER BY id LIMIT 1`,
  asset: `SELECT id::text FROM "Asset" ORDER BY id LIMIT 1`,
  site: `SELECT id::text FROM "Site" ORDER BY id LIMIT 1`,
  process: `SELECT id::text FROM "BusinessProcess" ORDER BY id LIMIT 1`,
  tenantClass: `SELECT id::text FROM "TenantClass" WHERE "workloadId" = ${BUSIEST}`,
  otherPerson: `SELECT id::text FROM "Person" ORDER BY id DESC LIMIT 1`,
  person: `SELECT id::text FROM "Person" ORDER BY id LIMIT 1`,
  tier: `SELECT id::text FROM "Tier" ORDER BY rank LIMIT 1`,
  question: `SELECT id::text FROM "FactQuestion" ORDER BY id LIMIT 1`,
  source: `SELECT id::text FROM "DataSource" ORDER BY id LIMIT 1`,
  remediation: `SELECT id::text FROM "Remediation" ORDER BY id LIMIT 1`,
};
