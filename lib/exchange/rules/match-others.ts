import { formatMinutes } from "@/lib/kernel/minutes";
import type { StatedTargets } from "@/lib/recovery/model";
import { targetMinutes } from "@/lib/recovery/model";
import { looserThanBounds } from "@/lib/recovery/rules/looser-target";
import type { Problem, ReadRow, Value } from "../model/reading";
import type { Known } from "../model/snapshot";
import {
  type Book,
  externalKey,
  findWorkload,
  type Match,
  notAmong,
  problem,
  takeKeys,
  textOf,
  unknownWorkload,
} from "./plan-book";

export function matchSite(book: Book, row: ReadRow): Match {
  const name = String(row.facts.name);
  const key = book.key(name);
  const duplicates = takeKeys(book, row, "name", [`site ${key}`]);
  if (duplicates.length > 0) return { problems: duplicates };
  return { known: book.sites.get(key) ?? null, subject: name, facts: row.facts };
}

export function matchProcess(book: Book, row: ReadRow): Match {
  const name = String(row.facts.name);
  const key = book.key(name);
  const duplicates = takeKeys(book, row, "name", [`process ${key}`]);
  if (duplicates.length > 0) return { problems: duplicates };
  const workloads = namedWorkloads(book, row);
  if (workloads === null) return { problems: [unknownWorkload(row, "workloads")] };
  const facts = workloads === undefined ? row.facts : { ...row.facts, workloads };
  return { known: book.processes.get(key) ?? null, subject: name, facts };
}

export function matchRisk(book: Book, row: ReadRow): Match {
  const title = String(row.facts.title);
  const { source, external_id: externalId, code, domain } = row.facts;
  const external = externalKey(source, externalId);
  const keys = [
    code === undefined ? `risk ${book.key(title)}` : `code ${book.key(String(code))}`,
    ...(external === null ? [] : [`external ${external}`]),
  ];
  const short = problem(row, "title", "a title of at least 3 characters", "Say what may happen.");
  const early = [...(title.length < 3 ? [short] : []), ...takeKeys(book, row, "title", keys)];
  if (early.length > 0) return { problems: early };
  const knownDomain = domain === undefined ? undefined : book.domains.get(book.key(String(domain)));
  if (domain !== undefined && knownDomain === undefined) return { problems: [unknownDomain(book, row)] };
  const workloads = namedWorkloads(book, row);
  if (workloads === null) return { problems: [unknownWorkload(row, "workloads")] };
  const byCode = code === undefined ? undefined : book.risksByCode.get(book.key(String(code)));
  if (code !== undefined && byCode === undefined) return { problems: [unknownCode(row)] };
  const known = byCode ?? knownRisk(book, title, external);
  if (known === "several") return { problems: [severalRisks(row)] };
  const taken = known === null ? [] : takeKeys(book, row, "title", [`id ${known.id}`]);
  if (taken.length > 0) return { problems: taken };
  const { code: _, ...facts }: Record<string, Value> = { ...row.facts };
  if (knownDomain !== undefined) facts.domain = knownDomain.name;
  if (workloads !== undefined) facts.workloads = workloads;
  return { known, subject: title, facts };
}

export function matchTarget(book: Book, row: ReadRow): Match {
  const workload = findWorkload(book, String(row.facts.workload));
  if (workload === null) return { problems: [unknownWorkload(row, "workload")] };
  const known = book.targets.get(book.key(workload.name)) ?? null;
  const stated = { ...known?.facts, ...row.facts };
  if ((stated.rto ?? null) === null && (stated.rpo ?? null) === null)
    return {
      problems: [
        problem(row, "rto", "a recovery time, a recovery point, or both", "Fill in one of the two."),
      ],
    };
  const looser = looserProblems(book, row, workload.name, stated);
  if (looser.length > 0) return { problems: looser };
  const duplicates = takeKeys(book, row, "workload", [`target ${book.key(workload.name)}`]);
  if (duplicates.length > 0) return { problems: duplicates };
  return { known, subject: workload.name, facts: { ...row.facts, workload: workload.name } };
}

/** By source and external id, else by title; with an external id only a risk that has none is taken by its title. */
function knownRisk(book: Book, title: string, external: string | null): Known | null | "several" {
  const byExternal = external === null ? undefined : book.risksByExternal.get(external);
  if (byExternal !== undefined) return byExternal;
  const all = book.risksByTitle.get(book.key(title)) ?? [];
  const free = external === null ? all : all.filter((one) => (one.facts.external_id ?? null) === null);
  return free.length > 1 ? "several" : (free[0] ?? null);
}

function severalRisks(row: ReadRow): Problem {
  const expected = "a title that one risk bears; several bear this one";
  return problem(row, "title", expected, "Give its code, or source and external id.");
}

function unknownCode(row: ReadRow): Problem {
  return problem(
    row,
    "code",
    "the code of a risk of this program, such as R-012",
    "Leave the code empty to add a risk, or name the source of the file: then its ids are kept as the source's.",
  );
}

/** The workloads that a list names, as they are known; null where one is not known, undefined where none is named. */
function namedWorkloads(book: Book, row: ReadRow): readonly string[] | null | undefined {
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
  const workload = book.workloadsByName.get(book.key(name));
  const tier = workload === undefined ? undefined : book.tiers.get(book.key(textOf(workload, "tier")));
  const reason = stated.reason;
  if (typeof reason === "string" && reason !== "") return [];
  const bounds = {
    process: processTargets(book, name),
    tier: tier === undefined ? null : targetsOf(tier.rtoMinutes, tier.rpoMinutes),
  };
  return looserThanBounds(targetsOf(stated.rto, stated.rpo), bounds).map((one) =>
    problem(
      row,
      one.number === "RTO" ? "rto" : "rpo",
      `at most ${formatMinutes(one.bound)}, which ${one.of === "tier" ? `tier ${tier?.name}` : "a business process it carries"} asks for, or a reason`,
      "Give the reason why this workload may take longer.",
    ),
  );
}

/** The strictest that the known processes which a workload carries ask for. */
function processTargets(book: Book, name: string): StatedTargets {
  const carries = ({ facts: { workloads } }: Known) =>
    typeof workloads === "object" && workloads?.some((one) => book.key(one) === book.key(name));
  const asked = book.snapshot.processes.filter(carries);
  return targetsOf(strictest(asked, "rto"), strictest(asked, "rpo"));
}

function strictest(processes: readonly Known[], field: "rto" | "rpo"): number | null {
  const stated = processes.map(({ facts }) => minutesOf(facts[field])).filter((one) => one !== null);
  return stated.length === 0 ? null : Math.min(...stated);
}

function targetsOf(rto: Value | null | undefined, rpo: Value | null | undefined): StatedTargets {
  return { rto: targetMinutes(minutesOf(rto)), rpo: targetMinutes(minutesOf(rpo)) };
}

function minutesOf(value: Value | null | undefined): number | null {
  return typeof value === "number" ? value : null;
}

function unknownDomain({ snapshot }: Book, row: ReadRow): Problem {
  return notAmong(
    row,
    "domain",
    snapshot.domains,
    "Use one of these, or add the domain to the program first.",
  );
}
