import type { Facts, Problem, ReadRow } from "../model/reading";
import type { Known } from "../model/snapshot";
import {
  type Book,
  claimIdKey,
  externalKey,
  findWorkload,
  type Match,
  notAmong,
  problem,
  takeKeys,
  textOf,
  unknownWorkload,
} from "./plan-book";

/** By what its source calls it, else by its own source and id, else by name. */
export function matchWorkload(book: Book, row: ReadRow): Match {
  const name = String(row.facts.name);
  const { source, external_id: externalId, tier } = row.facts;
  const external = externalKey(source, externalId);
  const keys = [`workload ${book.key(name)}`, ...(external === null ? [] : [`external ${external}`])];
  const early = takeKeys(book, row, "name", keys);
  if (early.length > 0) return { problems: early };
  const knownTier = tier === undefined ? undefined : book.tiers.get(book.key(String(tier)));
  if (tier !== undefined && knownTier === undefined) return { problems: [unknownTier(book, row)] };
  const byId =
    claimedWorkload(book, row) ?? (external === null ? undefined : book.workloadsByExternal.get(external));
  const byName = book.workloadsByName.get(book.key(name));
  const clash = workloadClash(book, row, byId, byName);
  if (clash !== null) return { problems: [clash] };
  const known = byId ?? byName ?? null;
  const taken = known === null ? [] : takeKeys(book, row, "name", [`id ${known.id}`]);
  if (taken.length > 0) return { problems: taken };
  if (known === null) book.createdWorkloads.set(book.key(name), name);
  const facts = knownTier === undefined ? row.facts : { ...row.facts, tier: knownTier.name };
  return { known, subject: name, facts };
}

function claimedWorkload(book: Book, { said }: ReadRow): Known | undefined {
  if (said === null || said.externalId === null) return undefined;
  const claim = book.claimsById.get(claimIdKey(book.key, "workload", said.source, said.externalId));
  return claim === undefined ? undefined : book.workloadsById.get(claim.subjectId);
}

function workloadClash(
  book: Book,
  row: ReadRow,
  byId: Known | undefined,
  byName: Known | undefined,
): Problem | null {
  if (byName === undefined || byName === byId) return null;
  if (byId !== undefined)
    return problem(
      row,
      "name",
      `a name that no other workload bears; ${textOf(byId, "name")} is known by this id`,
      "Correct the name or the id.",
    );
  const held = idFromSource(book, row, byName);
  if (held === null) return null;
  return problem(
    row,
    row.facts.external_id === undefined ? "name" : "external_id",
    `“${held}”, by which ${textOf(byName, "name")} is known from this source`,
    "Correct the name or the external id.",
  );
}

/** The id by which this source knows the workload already, where it is another one than the row's. */
function idFromSource(book: Book, { facts, said }: ReadRow, known: Known): string | null {
  if (facts.external_id !== undefined && textOf(known, "source") === facts.source)
    return textOf(known, "external_id");
  if (said === null || said.externalId === null) return null;
  const held = book.claimsBySubject.get(`${known.id}\n${book.key(said.source)}`)?.externalId ?? null;
  return held === null || book.key(held) === book.key(said.externalId) ? null : held;
}

export function matchDependency(book: Book, row: ReadRow): Match {
  const dependent = findWorkload(book, String(row.facts.dependent));
  const needed = findWorkload(book, String(row.facts.needed));
  if (dependent === null) return { problems: [unknownWorkload(row, "dependent")] };
  if (needed === null) return { problems: [unknownWorkload(row, "needed")] };
  const [from, to] = [book.key(dependent.name), book.key(needed.name)];
  if (from === to) {
    const expected = "another workload: nothing depends on itself";
    return { problems: [problem(row, "needed", expected, "Name the other workload.")] };
  }
  const key = `${from}\n${to}`;
  const duplicates = takeKeys(book, row, "needed", [`dependency ${key}`]);
  if (duplicates.length > 0) return { problems: duplicates };
  return {
    known: book.dependencies.get(key) ?? null,
    subject: `${dependent.name} → ${needed.name}`,
    facts: withNames(row.facts, dependent.name, needed.name),
  };
}

/** The facts with the names as they are known; the same object where they stand so already. */
function withNames(facts: Facts, dependent: string, needed: string): Facts {
  if (facts.dependent === dependent && facts.needed === needed) return facts;
  return { ...facts, dependent, needed };
}

function unknownTier({ snapshot }: Book, row: ReadRow): Problem {
  return notAmong(row, "tier", snapshot.tiers, "Use one of these, or leave the cell empty.");
}
