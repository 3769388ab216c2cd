import type { Known } from "../model/snapshot";
import { type Book, findWorkload, textOf } from "./plan-book";

/** What a host of traffic is: part of a workload, a machine that serves none yet, several machines, or nothing known. */
export type Host =
  | { is: "workload"; name: string }
  | { is: "unserved" | "several" | "unknown"; words: string };

/** Finds hosts by name, full name, the first label of either, and address. */
export function hostFinder(book: Book): (name: string, address: string) => Host {
  const index = indexAssets(book);
  const found = new Map<string, Host>();
  return (name, address) => {
    const key = `${name}\n${address}`;
    const held = found.get(key);
    if (held !== undefined) return held;
    const host = findHost(book, index, name, address);
    found.set(key, host);
    return host;
  };
}

type AssetIndex = {
  names: Map<string, Known[]>;
  labels: Map<string, Known[]>;
  addresses: Map<string, Known[]>;
};

function indexAssets(book: Book): AssetIndex {
  const index: AssetIndex = { names: new Map(), labels: new Map(), addresses: new Map() };
  for (const asset of book.snapshot.assets) {
    const names = new Set([textOf(asset, "name"), textOf(asset, "fqdn")].map(book.key));
    names.delete("");
    for (const name of names) add(index.names, name, asset);
    for (const label of new Set([...names].map(firstLabel))) add(index.labels, label, asset);
    const addresses = asset.facts.addresses;
    if (Array.isArray(addresses)) for (const one of addresses) add(index.addresses, book.key(one), asset);
  }
  return index;
}

function findHost(book: Book, index: AssetIndex, name: string, address: string): Host {
  const key = book.key(name);
  const assets =
    index.names.get(key) ??
    index.labels.get(firstLabel(key)) ??
    index.addresses.get(key) ??
    index.addresses.get(book.key(address)) ??
    [];
  const served = new Set(assets.map((one) => textOf(one, "workload")));
  served.delete("");
  const [workload] = served;
  if (served.size === 1 && workload !== undefined) return { is: "workload", name: workload };
  if (served.size > 1)
    return { is: "several", words: `${name}, which several machines bear that serve different workloads` };
  if (assets.length > 0)
    return { is: "unserved", words: `${name}, which is known but serves no workload yet` };
  const named = findWorkload(book, name);
  if (named !== null) return { is: "workload", name: named.name };
  return { is: "unknown", words: `${name}, which is no known server` };
}

/** "db1.example.local" → "db1"; an address stays whole. */
function firstLabel(key: string): string {
  return /^[\d.:]+$/u.test(key) || key.includes(":") ? key : (key.split(".")[0] ?? key);
}

function add(index: Map<string, Known[]>, key: string, asset: Known): void {
  const held = index.get(key);
  if (held === undefined) index.set(key, [asset]);
  else if (!held.includes(asset)) held.push(asset);
}
