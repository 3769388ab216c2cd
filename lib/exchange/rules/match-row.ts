import { formatMinutes } from "@/lib/kernel/minutes";
import { listed, nameKey } from "@/lib/kernel/text";
import { targetMinutes } from "@/lib/recovery/model";
import { looserThanTier } from "@/lib/recovery/rules/looser-target";
import type { Facts, Known, Problem, ReadRow, Value } from "../model";
import {
  type Book,
  externalKey,
  findWorkload,
  pairKey,
  problem,
  takeKeys,
  textOf,
  unknownWorkload,
} from "./plan-book";

/** The thing a row is about (null: a new one) with its facts in known names, or why the row cannot be taken. */
export type Match = { problems: readonly Problem[] } | { known: Known | null; subject: string; facts: Facts };

export function matchWorkload(book: Book, row: ReadRow): Match {
  const name = String(row.facts.name);
  const { source, external_id: externalId, tier } = row.facts;
  const external = externalKey(source, externalId);
  const early = [...halfIdentity(row), ...takeKeys(book, row, "name", fileKeys("workload", name, external))];
  if (early.length > 0) return { problems: early };
  const knownTier = tier === undefined ? undefined : book.tiers.get(nameKey(String(tier)));
  if (tier !== undefined && knownTier === undefined) return { problems: [unknownTier(book, row)] };
  const byExternal = external === null ? undefined : book.workloadsByExternal.get(external);
  const byName = book.workloadsByName.get(nameKey(name));
  const clash = workloadClash(row, byExternal, byName);
  if (clash !== null) return { problems: [clash] };
  const known = byExternal ?? byName ?? null;
  const taken = known === null ? [] : takeKeys(book, row, "name", [`id ${known.id}`]);
  if (taken.length > 0) return { problems: taken };
  if (known === null) book.createdWorkloads.set(nameKey(name), name);
  const facts = knownTier === undefined ? row.facts : { ...row.facts, tier: knownTier.name };
  return { known, subject: name, facts };
}

export function matchDependency(book: Book, row: ReadRow): Match {
  const dependent = findWorkload(book, String(row.facts.dependent));
  const needed = findWorkload(book, String(row.facts.needed));
  if (dependent === null) return { problems: [unknownWorkload(row, "dependent")] };
  if (needed === null) return { problems: [unknownWorkload(row, "needed")] };
  const key = pairKey(dependent.name, needed.name);
  if (nameKey(dependent.name) === nameKey(needed.name))
    return {
      problems: [
        problem(row, "needed", "another workload: nothing depends on itself", "Name the other workload."),
      ],
    };
  const duplicates = takeKeys(book, row, "needed", [`dependency ${key}`]);
  if (duplicates.length > 0) return { problems: duplicates };
  return {
    known: book.dependencies.get(key) ?? null,
    subject: `${dependent.name} → ${needed.name}`,
    facts: { ...row.facts, dependent: dependent.name, needed: needed.name },
  };
}

export function matchRisk(book: Book, row: ReadRow): Match {
  const title = String(row.facts.title);
  const { source, external_id: externalId, domain } = row.facts;
  const external = externalKey(source, externalId);
  const early = [
    ...(title.length < 3
      ? [problem(row, "title", "a title of at least 3 characters", "Say what may happen.")]
      : []),
    ...halfIdentity(row),
    ...takeKeys(book, row, "title", fileKeys("risk", title, external)),
  ];
  if (early.length > 0) return { problems: early };
  const knownDomain = domain === undefined ? undefined : book.domains.get(nameKey(String(domain)));
  if (domain !== undefined && knownDomain === undefined) return { problems: [unknownDomain(book, row)] };
  const workloads = riskWorkloads(book, row);
  if (workloads === null) return { problems: [unknownWorkload(row, "workloads")] };
  const known = knownRisk(book, title, external);
  if (known === "several") return { problems: [severalRisks(row)] };
  const taken = known === null ? [] : takeKeys(book, row, "title", [`id ${known.id}`]);
  if (taken.length > 0) return { problems: taken };
  const facts: Record<string, Value> = { ...row.facts };
  if (knownDomain !== undefined) facts.domain = knownDomain.name;
  if (workloads !== undefined) facts.workloads = workloads;
  return { known, subject: title, facts };
}

export function matchTarget(book: Book, row: ReadRow): Match {
  const workload = findWorkload(book, String(row.facts.workload));
  if (workload === null) return { problems: [unknownWorkload(row, "workload")] };
  const known = book.targets.get(nameKey(workload.name)) ?? null;
  const stated = { ...known?.facts, ...row.facts };
  if ((stated.rto ?? null) === null && (stated.rpo ?? null) === null)
    return {
      problems: [
        problem(row, "rto", "a recovery time, a recovery point, or both", "Fill in one of the two."),
      ],
    };
  const looser = looserProblems(book, row, workload.name, stated);
  if (looser.length > 0) return { problems: looser };
  const duplicates = takeKeys(book, row, "workload", [`target ${nameKey(workload.name)}`]);
  if (duplicates.length > 0) return { problems: duplicates };
  return { known, subject: workload.name, facts: { ...row.facts, workload: workload.name } };
}

function workloadClash(
  row: ReadRow,
  byExternal: Known | undefined,
  byName: Known | undefined,
): Problem | null {
  if (byName === undefined || byName === byExternal) return null;
  if (byExternal !== undefined)
    return problem(
      row,
      "name",
      `a name that no other workload bears; ${textOf(byExternal, "name")} has this external id`,
      "Correct the name or the external id.",
    );
  const { source, external_id: externalId } = row.facts;
  const known = textOf(byName, "external_id");
  if (externalId === undefined || known === "" || textOf(byName, "source") !== source) return null;
  return problem(
    row,
    "external_id",
    `“${known}”, by which ${textOf(byName, "name")} is known from this source`,
    "Correct the name or the external id.",
  );
}

/** By source and external id, else by title; with an external id only a risk that has none is taken by its title. */
function knownRisk(book: Book, title: string, external: string | null): Known | null | "several" {
  const byExternal = external === null ? undefined : book.risksByExternal.get(external);
  if (byExternal !== undefined) return byExternal;
  const all = book.risksByTitle.get(nameKey(title)) ?? [];
  const free = external === null ? all : all.filter((one) => (one.facts.external_id ?? null) === null);
  return free.length > 1 ? "several" : (free[0] ?? null);
}

function severalRisks(row: ReadRow): Problem {
  const expected = "a title that one risk bears; several bear this one";
  return problem(row, "title", expected, "Give source and external id.");
}

/** The keys that only one row of a file may have, whatever the program holds. */
function fileKeys(entity: string, name: string, external: string | null): string[] {
  const own = `${entity} ${nameKey(name)}`;
  return external === null ? [own] : [own, `external ${external}`];
}

function riskWorkloads(book: Book, row: ReadRow): readonly string[] | null | undefined {
  const stated = row.facts.workloads;
  if (typeof stated !== "object") return undefined;
  const found = stated.map((text) => findWorkload(book, text)?.name);
  const names = found.filter((one) => one !== undefined);
  return names.length === stated.length ? [...new Set(names)] : null;
}

function looserProblems(
  book: Book,
  row: ReadRow,
  name: string,
  stated: Record<string, Value | null>,
): Problem[] {
  const workload = book.workloadsByName.get(nameKey(name));
  const tier = workload === undefined ? undefined : book.tiers.get(nameKey(textOf(workload, "tier")));
  const reason = stated.reason;
  if (tier === undefined || (typeof reason === "string" && reason !== "")) return [];
  const own = { rto: targetMinutes(minutesOf(stated.rto)), rpo: targetMinutes(minutesOf(stated.rpo)) };
  const asked = { rto: targetMinutes(tier.rtoMinutes), rpo: targetMinutes(tier.rpoMinutes) };
  return looserThanTier(own, asked).map((one) =>
    problem(
      row,
      one.number === "RTO" ? "rto" : "rpo",
      `at most ${formatMinutes(one.tier)}, which tier ${tier.name} asks for, or a reason`,
      "Give the reason why this workload may take longer.",
    ),
  );
}

function minutesOf(value: Value | null | undefined): number | null {
  return typeof value === "number" ? value : null;
}

/** Source and external id belong together: one without the other finds nothing again. */
function halfIdentity(row: ReadRow): Problem[] {
  const { source, external_id: externalId } = row.facts;
  if ((source === undefined) === (externalId === undefined)) return [];
  return source === undefined
    ? [
        problem(
          row,
          "source",
          "the name of the source that gave the external id",
          "Name the source, or leave out the external id.",
        ),
      ]
    : [
        problem(
          row,
          "external_id",
          "the id by which the source knows it",
          "Give the external id, or leave out the source.",
        ),
      ];
}

function unknownTier(book: Book, row: ReadRow): Problem {
  const names = listed(
    book.snapshot.tiers.map((tier) => tier.name),
    12,
  );
  return problem(
    row,
    "tier",
    names === "" ? "no tier: this program has none yet" : `one of: ${names}`,
    "Use one of these, or leave the cell empty.",
  );
}

function unknownDomain(book: Book, row: ReadRow): Problem {
  const names = listed(
    book.snapshot.domains.map((domain) => domain.name),
    12,
  );
  return problem(
    row,
    "domain",
    names === "" ? "no domain: this program has none yet" : `one of: ${names}`,
    "Use one of these, or add the domain to the program first.",
  );
}
