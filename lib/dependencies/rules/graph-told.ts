import { at, type Graph, type GraphWorkload, openPacked } from "./graph";

/**
 * A graph as the database tells it. `workloads`: JSON, one list for each column, in the order of the places. `ranks`: JSON, by
 * what number sites and links know the workload at each place; its place where nothing is said. `sites`: JSON, the sites' names
 * in their order, then three lists as long as each other: number of the workload, place of the site, its users there. `links`:
 * eight bytes each, number of the dependent (4), number of the needed (3), flags (1). No row at all is told as null.
 */
export type Told = {
  workloads: string | null;
  ranks?: string | null;
  sites: string | null;
  links: Uint8Array | null;
};

type Column<Value> = readonly Value[] | null;
type Workloads = readonly [
  ids: Column<string>,
  names: Column<string>,
  criticalities: Column<GraphWorkload["criticality"]>,
  users: Column<number | null>,
  sites: Column<string | null>,
  services: Column<string | null>,
  waves: Column<number | null>,
  business: Column<string | null>,
  technical: Column<string | null>,
];
type Uses = readonly [
  names: Column<string>,
  workloads: Column<number>,
  sites: Column<number>,
  users: Column<number | null>,
];

/** Opens a graph as it was told. */
export function openTold({ workloads, ranks, sites, links }: Told): Graph {
  const told: Workloads = JSON.parse(workloads ?? "[]");
  const uses: Uses = JSON.parse(sites ?? "[]");
  const placeOf = placesOf(ranks ? JSON.parse(ranks) : null);
  return openPacked(workloadsIn(told, usesIn(uses, placeOf)), linksIn(links ?? new Uint8Array(), placeOf));
}

/** The place of the workload with a number. */
type PlaceOf = (number: number) => number;

function placesOf(ranks: Column<number>): PlaceOf {
  if (ranks === null) return (number) => number;
  const places = new Int32Array(ranks.length);
  for (const [place, rank] of ranks.entries()) places[rank] = place;
  return (number) => at(places, number);
}

/** Where a workload is used, by name, and by how many where every site has said so. */
type Used = { sites: string[]; users: number | null };

function usesIn([names, workloads, sites, users]: Uses, placeOf: PlaceOf): ReadonlyMap<number, Used> {
  const places = new Map<number, { sites: number[]; users: number | null }>();
  for (const [use, number] of (workloads ?? []).entries()) {
    const workload = placeOf(number);
    const site = sites?.[use] ?? 0;
    const here = users?.[use] ?? null;
    const used = places.get(workload);
    if (used === undefined) places.set(workload, { sites: [site], users: here });
    else {
      used.sites.push(site);
      used.users = used.users === null || here === null ? null : used.users + here;
    }
  }
  const named = (site: number) => names?.[site] ?? "";
  return new Map(
    Array.from(places, ([workload, used]) => [
      workload,
      { sites: used.sites.sort((a, b) => a - b).map(named), users: used.users },
    ]),
  );
}

function workloadsIn(told: Workloads, uses: ReadonlyMap<number, Used>): GraphWorkload[] {
  const [ids, names, criticalities, users, sites, services, waves, business, technical] = told;
  return (ids ?? []).map((id, place) => {
    const used = uses.get(place);
    return {
      id,
      name: names?.[place] ?? "",
      criticality: criticalities?.[place] ?? null,
      users: users?.[place] ?? used?.users ?? null,
      sites: sitesOf(sites?.[place] ?? null, used?.sites ?? []),
      service: services?.[place] ?? null,
      wave: waves?.[place] ?? null,
      businessOwner: business?.[place] ?? null,
      technicalOwner: technical?.[place] ?? null,
    };
  });
}

/** Where it stands comes first, then where else it is used. */
function sitesOf(site: string | null, used: readonly string[]): readonly string[] | null {
  const key = site?.toLowerCase();
  const more = used.filter((one) => one.toLowerCase() !== key);
  if (site !== null) return [site, ...more];
  return more.length === 0 ? null : more;
}

const LINK_BYTES = 8;

function linksIn(bytes: Uint8Array, placeOf: PlaceOf) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = Math.floor(bytes.byteLength / LINK_BYTES);
  const [dependents, needed, flags] = [new Int32Array(count), new Int32Array(count), new Uint8Array(count)];
  for (let link = 0; link < count; link += 1) {
    const rest = view.getUint32(link * LINK_BYTES + 4);
    dependents[link] = placeOf(view.getUint32(link * LINK_BYTES));
    needed[link] = placeOf(rest >>> 8);
    flags[link] = rest & 0xff;
  }
  return { dependents, needed, flags };
}
