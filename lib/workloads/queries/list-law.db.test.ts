import { beforeAll, expect, test } from "vitest";
import { addPerson, foundWorld } from "@/prisma/factories/world";
import { createWorkload } from "../commands/create-workload";
import type { WorkloadRow } from "../model/list";
import { parseSearch } from "../rules/search";
import { everyWorkload, listWorkloads } from "./list";

const world = await foundWorld();
const { executive, platform_engineer } = world.as;
const SITES = ["Tilbury", "Venlo", "Leeds", null];
const CRITICALITIES = ["revenue", "operational", "support", null];
const MANY = 120;

beforeAll(async () => {
  const people = [await addPerson(world, "Joost van Dijk"), await addPerson(world, "Ana Pires"), null];
  for (let n = 0; n < MANY; n += 1) {
    const facts = {
      criticality: CRITICALITIES[(n * 7) % 4],
      site: SITES[(n * 5) % 3 === 0 ? 3 : n % 3],
      businessOwnerId: people[n % 3],
    };
    await createWorkload(
      { actor: platform_engineer },
      { ...facts, name: `Workload ${String((n * 37) % MANY).padStart(3, "0")}` },
    );
  }
});

type Key = string | number | null;
const by: Record<string, (row: WorkloadRow) => Key> = {
  name: (row) => row.name.toLowerCase(),
  owner: (row) => row.owner?.toLowerCase() ?? null,
  site: (row) => row.more.site ?? null,
  criticality: (row) => (row.criticality === null ? null : CRITICALITIES.indexOf(row.criticality)),
};

function compare(a: Key, b: Key): number {
  return a === b ? 0 : a === null || b === null ? (a === null ? 2 : -2) : a < b ? -1 : 1;
}

/** The list said a second time: every row there is, filtered, sorted and cut here. */
async function inMemory(query: string): Promise<{ matched: number; names: string[] }> {
  const { filters, sort, descending, page } = parseSearch(new URLSearchParams(query));
  const rows: WorkloadRow[] = [];
  for await (const some of everyWorkload(executive, parseSearch({ cols: "site,owner" }))) rows.push(...some);
  const holds = (chosen: readonly string[], value: Key | undefined) =>
    chosen.length === 0 || chosen.includes(String(value ?? "none"));
  const found = rows.filter(
    (row) => holds(filters.criticality, row.criticality) && holds(filters.site, row.more.site),
  );
  const key = by[sort] ?? (() => null);
  const order = (a: WorkloadRow, b: WorkloadRow) => {
    const way = compare(key(a), key(b));
    // what is not known stands last both ways
    return (
      (descending && Math.abs(way) === 1 ? -way : way) || compare(a.name.toLowerCase(), b.name.toLowerCase())
    );
  };
  const names = found.sort(order).map((row) => row.name);
  return { matched: names.length, names: names.slice((page - 1) * 50, page * 50) };
}

test.each([
  "sort=name",
  "sort=-name&page=3",
  "criticality=revenue&sort=owner",
  "criticality=revenue&site=Tilbury&site=Venlo&site=nowhere&sort=owner",
  "criticality=none&criticality=support&site=none&sort=-owner",
  "site=Leeds&site=none&sort=criticality",
  "site=Venlo&sort=-criticality",
  "criticality=operational&sort=-site",
])("a page is what filtering and sorting every row comes to: %s", async (query) => {
  const { matched, rows } = await listWorkloads(executive, parseSearch(new URLSearchParams(query)));
  expect({ matched, names: rows.map((row) => row.name) }).toEqual(await inMemory(query));
  expect(matched).toBeGreaterThan(0);
});

test("the longest name at the longest site there can be fits what the list is found by", async () => {
  const long = { name: "字".repeat(200), site: "城".repeat(200), criticality: "revenue" };
  await createWorkload({ actor: platform_engineer }, long);
  const { rows } = await listWorkloads(
    executive,
    parseSearch({ q: "字字", criticality: "revenue", sort: "owner" }),
  );
  expect(rows.map((row) => row.name)).toEqual([long.name]);
});
