import { listed } from "@/lib/kernel/text";
import type { Problem, ReadRow } from "../model/reading";
import type { Known } from "../model/snapshot";
import {
  type Book,
  claimIdKey,
  findWorkload,
  type Match,
  problem,
  takeKeys,
  textOf,
  unknownWorkload,
} from "./plan-book";

/**
 * By what its source calls it, else by name: names of machines are not unique, so several of a name are refused and
 * named, and one that the source knows by another id is another machine.
 */
export function matchAsset(book: Book, row: ReadRow): Match {
  const name = String(row.facts.name);
  const id = row.said?.externalId ?? null;
  const own = row.said === null || id === null ? null : claimIdKey(book.key, "asset", row.said.source, id);
  const early = takeKeys(book, row, "name", [own ?? `asset ${book.key(name)}`]);
  if (early.length > 0) return { problems: early };
  const workload =
    row.facts.workload === undefined ? undefined : findWorkload(book, String(row.facts.workload));
  if (workload === null) return { problems: [unknownWorkload(row, "workload")] };
  const claimed = own === null ? undefined : book.claimsById.get(own);
  const byClaim = claimed === undefined ? undefined : book.assetsById.get(claimed.subjectId);
  const named = byClaim === undefined ? candidates(book, row, name) : [byClaim];
  if (named.length > 1) return { problems: [severalAssets(row, named)] };
  const known = named[0] ?? null;
  const taken = known === null ? [] : takeKeys(book, row, "name", [`id ${known.id}`]);
  if (taken.length > 0) return { problems: taken };
  const facts =
    workload === undefined || workload.name === row.facts.workload
      ? row.facts
      : { ...row.facts, workload: workload.name };
  return { known, subject: name, facts };
}

/** The assets of that name, without those that the row's source knows by another id. */
function candidates(book: Book, { said }: ReadRow, name: string): readonly Known[] {
  const all = book.assetsByName.get(book.key(name)) ?? [];
  if (said === null || said.externalId === null) return all;
  return all.filter((one) => {
    const held = book.claimsBySubject.get(`${one.id}\n${book.key(said.source)}`)?.externalId ?? null;
    return held === null;
  });
}

function severalAssets(row: ReadRow, all: readonly Known[]): Problem {
  const words = all.map((one) => {
    const addresses = one.facts.addresses;
    const first = Array.isArray(addresses) ? addresses[0] : undefined;
    const mark = [textOf(one, "fqdn"), first, textOf(one, "location"), textOf(one, "workload")].find(Boolean);
    return mark === undefined ? "one of which nothing else is known" : mark;
  });
  return problem(
    row,
    "name",
    `a name that one machine bears; ${all.length} bear this one: ${listed(words, 4)}`,
    "Give source and external id, or rename one of them.",
  );
}
