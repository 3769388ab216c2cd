import { counted, nameKey } from "@/lib/kernel/text";
import type { ReadRow, Value } from "../model/reading";
import { type Cells, missing, rowOf, saidBy } from "./cells";

/** What is spoken on a well-known port, as far as the port says so. */
const PORT_KINDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "1433": "direct_database",
    "1434": "direct_database",
    "1521": "direct_database",
    "3306": "direct_database",
    "5432": "direct_database",
    "50000": "direct_database",
    "80": "synchronous",
    "443": "synchronous",
    "88": "identity",
    "389": "identity",
    "636": "identity",
    "53": "network",
    "515": "device",
    "9100": "device",
  }),
);

type Pair = { cells: Cells; ports: Map<string, string>; seen: number; addresses: [string, string] };

/**
 * A dependency export of Azure Migrate: one row is traffic from a server to another in a slot of time. Rows of the same
 * two servers are one flow; which workloads they belong to is found out when the import is planned.
 */
export function readFlows(all: readonly Cells[], source: string): ReadRow[] {
  const pairs = new Map<string, Pair>();
  const refused: ReadRow[] = [];
  for (const cells of all) {
    const from = hostOf(cells, "source");
    const to = hostOf(cells, "destination");
    const problems = [...cells.problems];
    if (from === "") problems.push(missing(cells.columns, "source_server", "Source server"));
    if (to === "") problems.push(missing(cells.columns, "destination_server", "Destination server"));
    if (problems.length > 0) {
      refused.push(rowOf(cells, "dependency", { dependent: from || "?", needed: to || "?" }, { problems }));
      continue;
    }
    const key = `${nameKey(from)}\n${nameKey(to)}`;
    const pair = pairs.get(key);
    if (pair === undefined) pairs.set(key, opened(cells));
    else {
      pair.seen += 1;
      addPort(pair.ports, cells);
    }
  }
  return [...refused, ...[...pairs.values()].map((pair) => flowRow(pair, source))];
}

/** The kind that the ports of a link agree on; null when they say nothing or several things. */
export function kindOfPorts(ports: readonly string[]): string | null {
  const kinds = new Set(ports.flatMap((port) => PORT_KINDS.get(port.split(" ")[0] ?? "") ?? []));
  const [kind] = kinds;
  return kinds.size === 1 ? (kind ?? null) : null;
}

function opened(cells: Cells): Pair {
  const ports = new Map<string, string>();
  addPort(ports, cells);
  const { source_ip, destination_ip } = cells.values;
  return { cells, ports, seen: 1, addresses: [textOf(source_ip), textOf(destination_ip)] };
}

function addPort(ports: Map<string, string>, { values }: Cells): void {
  const port = textOf(values.destination_port);
  const program = textOf(values.destination_process);
  const words = port === "" ? program : program === "" ? port : `${port} (${program})`;
  if (words !== "" && ports.size < 50) ports.set(nameKey(words), words);
}

function flowRow({ cells, ports, seen, addresses }: Pair, source: string): ReadRow {
  const facts = {
    from: hostOf(cells, "source"),
    to: hostOf(cells, "destination"),
    from_address: addresses[0],
    to_address: addresses[1],
    ports: [...ports.values()],
  };
  const notes = seen === 1 ? [] : [`Seen in ${counted(seen, "row")}; this is the first.`];
  return rowOf(cells, "flow", facts, { said: saidBy(source, undefined, undefined), notes });
}

function hostOf({ values }: Cells, end: "source" | "destination"): string {
  return textOf(values[`${end}_server`]) || textOf(values[`${end}_ip`]);
}

function textOf(value: Value | undefined): string {
  return typeof value === "string" ? value : "";
}
