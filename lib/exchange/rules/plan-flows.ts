import { listed } from "@/lib/kernel/text";
import type { PlannedRow } from "../model/plan";
import type { Facts, Problem, ReadRow, Value } from "../model/reading";
import type { Known } from "../model/snapshot";
import { NO_EMAILS, NO_NOTES, NO_PROBLEMS } from "./cells";
import { type Host, hostFinder } from "./host-index";
import type { Book } from "./plan-book";
import { type Weighed, weighFacts } from "./plan-facts";
import { kindOfPorts } from "./read-flows";

/** Flows between the same two ends; the first gives the row. */
type Link = { row: ReadRow; ends: Facts; subject: string; ports: string[]; flows: number };

/**
 * Traffic between servers as links: between the workloads they serve, or out of the portfolio where one end is no known
 * server. Traffic inside a workload is no link. Where no end is known, the row is refused with what to do.
 */
export function planFlows(book: Book, flows: readonly ReadRow[]): PlannedRow[] {
  const hostOf = hostFinder(book);
  const links = new Map<string, Link>();
  const planned: PlannedRow[] = [];
  for (const row of flows) {
    const from = hostOf(String(row.facts.from), String(row.facts.from_address ?? ""));
    const to = hostOf(String(row.facts.to), String(row.facts.to_address ?? ""));
    const subject = `${row.facts.from} → ${row.facts.to}`;
    const problem = hostProblem(row, from, to);
    if (problem !== null) planned.push(flowRow(row, subject, { outcome: "refused", problems: [problem] }));
    else if (from.is === "workload" && to.is === "workload" && book.key(from.name) === book.key(to.name)) {
      const notes = [`Both servers serve ${from.name}: traffic inside a workload is no link.`, ...row.notes];
      planned.push(flowRow(row, subject, { outcome: "unchanged", notes }));
    } else gather(links, row, linkBetween(row, from, to));
  }
  return [...planned, ...[...links.values()].map((link) => linkRow(book, link))];
}

type Ends = { key: string; ends: Facts; subject: string };

function linkBetween(row: ReadRow, from: Host, to: Host): Ends {
  const [source, destination] = [String(row.facts.from), String(row.facts.to)];
  if (from.is === "workload" && to.is === "workload") {
    const ends = { dependent: from.name, needed: to.name };
    return { key: `${from.name}\n${to.name}`, ends, subject: `${from.name} → ${to.name}` };
  }
  if (from.is === "workload") {
    const ends = { workload: from.name, name: destination, side: "needs" };
    return { key: `${from.name}\nneeds\n${destination}`, ends, subject: `${from.name} → ${destination}` };
  }
  const workload = to.is === "workload" ? to.name : "";
  const ends = { workload, name: source, side: "needed_by" };
  return { key: `${workload}\nneeded_by\n${source}`, ends, subject: `${source} → ${workload}` };
}

function gather(links: Map<string, Link>, row: ReadRow, { key, ends, subject }: Ends): void {
  const ports = row.facts.ports;
  const stated = Array.isArray(ports) ? ports : [];
  const link = links.get(key);
  if (link === undefined) {
    links.set(key, { row, ends, subject, ports: [...stated], flows: 1 });
    return;
  }
  link.flows += 1;
  if (row.row < link.row.row) link.row = row;
  for (const port of stated) if (!link.ports.includes(port)) link.ports.push(port);
}

function linkRow(book: Book, { row, ends, subject, ports, flows }: Link): PlannedRow {
  const outside = ends.workload !== undefined;
  const entity = outside ? "external-link" : "dependency";
  const known = outside ? knownExternal(book, ends) : knownLink(book, ends);
  const facts = factsOf(row, ends, ports, outside);
  const notes = flows === 1 ? row.notes : [`From ${flows} pairs of servers.`];
  if (known === undefined)
    return { ...flowRow(row, subject, { outcome: "create", notes }), entity, sets: facts };
  const weighed: Weighed = weighFacts(book, entity, row, facts, known, true);
  const base = flowRow(row, subject, {
    outcome: weighed.changes.length === 0 ? "unchanged" : "update",
    notes,
  });
  if (weighed.changes.length === 0) return { ...base, entity, id: known.id, version: known.version };
  const sets = outside ? { ...ends, ...weighed.sets } : weighed.sets;
  return { ...base, entity, id: known.id, version: known.version, sets, changes: weighed.changes };
}

function factsOf(row: ReadRow, ends: Facts, ports: readonly string[], outside: boolean): Facts {
  const facts: Record<string, Value> = { ...ends };
  const kind = kindOfPorts(ports);
  if (kind !== null) facts.kind = kind;
  const source = row.said?.source ?? "the network";
  if (outside) facts.source = source;
  else facts.documented = false;
  facts.note = ports.length === 0 ? `Found by ${source}.` : `Found by ${source}: ${listed(ports, 8)}.`;
  return facts;
}

function knownLink(book: Book, ends: Facts): Known | undefined {
  return book.dependencies.get(`${book.key(String(ends.dependent))}\n${book.key(String(ends.needed))}`);
}

function knownExternal(book: Book, ends: Facts): Known | undefined {
  return book.externalLinks.get(
    [book.key(String(ends.workload)), book.key(String(ends.name)), String(ends.side)].join("\n"),
  );
}

/** Why traffic cannot be kept: an end is a machine whose workload nobody has said, or no end is known. */
function hostProblem(row: ReadRow, from: Host, to: Host): Problem | null {
  const unclear = [from, to].find((end) => end.is === "unserved" || end.is === "several");
  const unknown = from.is === "unknown" && to.is === "unknown" ? from : undefined;
  const end = unclear ?? unknown;
  if (end === undefined || end.is === "workload") return null;
  const side = end === from ? "source_server" : "destination_server";
  return {
    column: row.columns[side] ?? side,
    found: end.words,
    expected:
      end === unknown ? "at least one server that serves a workload" : "a server that serves one workload",
    fix:
      end === unknown
        ? "Import the servers first, then bring this file in again."
        : "Say on the page of the server which workload it serves, then bring this file in again.",
  };
}

type Told = Pick<PlannedRow, "outcome"> & Partial<Pick<PlannedRow, "problems" | "notes">>;

function flowRow(row: ReadRow, subject: string, { outcome, problems, notes }: Told): PlannedRow {
  return {
    row: row.row,
    table: row.table,
    entity: "dependency",
    outcome,
    subject,
    id: null,
    version: null,
    changes: [],
    sets: {},
    emails: NO_EMAILS,
    problems: problems ?? NO_PROBLEMS,
    notes: notes ?? NO_NOTES,
  };
}
