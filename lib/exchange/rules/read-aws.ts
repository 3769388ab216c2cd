import { cleanName, listed, nameKey } from "@/lib/kernel/text";
import { Disposition } from "@/prisma/generated/client/enums";
import type { Problem, ReadRow } from "../model/reading";
import { type Cells, NO_EMAILS, NO_PROBLEMS, quoted, rowOf, saidBy, statedFacts } from "./cells";

/** What the intake form calls the strategies, beside Wavegate's own words. */
const STRATEGIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    rearchitect: "refactor",
    "re-architect": "refactor",
    "re-host": "rehost",
    "re-platform": "replatform",
    "re-factor": "refactor",
    "re-purchase": "repurchase",
    "lift and shift": "rehost",
  }),
);
const DISPOSITIONS = Object.values(Disposition);

/** Servers of one application, with every value that their rows state of it and where. */
type Application = {
  name: string;
  cells: Cells;
  strategies: Map<string, Stand>;
  waves: Map<string, Stand>;
  regions: Map<string, string>;
};
type Stand = { word: string; rows: number[] };

/**
 * An intake form or server list of the AWS Migration Factory: one row is a server. Servers become assets; the application
 * they name becomes a workload with its strategy and region; its wave becomes a place in that wave. Rows of an application
 * that disagree refuse the fact that they disagree on, whichever comes first.
 */
export function readAws(all: readonly Cells[], source: string): ReadRow[] {
  const applications = new Map<string, Application>();
  const servers = all.map((cells) => {
    const taken = cells.problems.length === 0;
    if (taken && cells.values.app_name !== undefined) note(applications, cells);
    return server(cells, source);
  });
  const others = [...applications.values()].flatMap((one) => applicationRows(one, source));
  return [...servers, ...others];
}

function server(cells: Cells, source: string): ReadRow {
  const {
    server_name: name,
    app_name,
    server_tier,
    server_environment,
    server_fqdn,
    tags,
    wave_name,
  } = cells.values;
  const facts = statedFacts({
    name,
    kind: "server",
    workload: app_name,
    role: server_tier,
    environment: server_environment,
    os: systemOf(cells),
    fqdn: server_fqdn,
    tags,
  });
  const alone = wave_name !== undefined && app_name === undefined;
  return rowOf(cells, "asset", facts, {
    said: saidBy(source, undefined, name),
    columns: cells.columns,
    ...(alone
      ? { notes: [`${wave_name} is not kept: only workloads are in waves, and no application is named.`] }
      : {}),
  });
}

/** "windows" and "windows server 2016" are one, "linux" and "redhat" are two. */
function systemOf({ values }: Cells): string | undefined {
  const family = textOf(values.server_os_family);
  const version = textOf(values.server_os_version);
  if (family === "" || version === "") return family || version || undefined;
  const known = nameKey(version).includes(nameKey(family));
  return known ? version : cleanName(`${family} ${version}`);
}

function note(applications: Map<string, Application>, cells: Cells): void {
  const { app_name, r_type, wave_name, aws_region } = cells.values;
  const name = textOf(app_name);
  const key = nameKey(name);
  const known = applications.get(key);
  const one = known ?? { name, cells, strategies: new Map(), waves: new Map(), regions: new Map() };
  if (known === undefined) applications.set(key, one);
  if (r_type !== undefined) stand(one.strategies, strategyOf(textOf(r_type)) ?? textOf(r_type), cells.row);
  if (wave_name !== undefined) stand(one.waves, textOf(wave_name), cells.row);
  if (aws_region !== undefined) one.regions.set(nameKey(textOf(aws_region)), textOf(aws_region));
}

function stand(stands: Map<string, Stand>, word: string, row: number): void {
  const known = stands.get(nameKey(word));
  if (known === undefined) stands.set(nameKey(word), { word, rows: [row] });
  else known.rows.push(row);
}

function applicationRows(one: Application, source: string): ReadRow[] {
  const [strategy, ...more] = one.strategies.values();
  const disposition = more.length === 0 && strategy !== undefined ? strategyOf(strategy.word) : undefined;
  const target = one.regions.size === 0 ? undefined : [...one.regions.values()].sort().join(", ");
  const cells: Cells = { ...one.cells, emails: NO_EMAILS, problems: NO_PROBLEMS };
  const said = saidBy(source, undefined, one.name);
  const columns: Readonly<Record<string, string>> = {
    ...cells.columns,
    name: cells.columns.app_name ?? "app_name",
    wave: cells.columns.wave_name ?? "wave_name",
  };
  const rows = [
    rowOf(cells, "workload", statedFacts({ name: one.name, disposition, target }), { said, columns }),
  ];
  const wrong = strategyProblem(one, columns.r_type ?? "r_type");
  if (wrong !== null)
    rows.push(
      rowOf(cells, "workload", { name: `${one.name}: ${wrong.column}` }, { columns, problems: [wrong] }),
    );
  const waves = [...one.waves.values()];
  if (waves.length === 0) return rows;
  const problems = waves.length === 1 ? [] : [disagreement(one, columns.wave ?? "wave_name", waves, "wave")];
  const wave = listed(waves.map(({ word }) => word).sort());
  rows.push(rowOf(cells, "membership", { workload: one.name, wave }, { columns, problems }));
  return rows;
}

function strategyProblem(one: Application, column: string): Problem | null {
  const stands = [...one.strategies.values()];
  const strange = stands.find(({ word }) => strategyOf(word) === undefined);
  if (strange !== undefined) {
    return {
      column,
      found: quoted(strange.word),
      expected: `one of: ${DISPOSITIONS.join(", ")}`,
      fix: `Correct it for ${one.name}, or leave the row out and decide in Wavegate.`,
    };
  }
  return stands.length > 1 ? disagreement(one, column, stands, "strategy") : null;
}

function disagreement(one: Application, column: string, stands: readonly Stand[], what: string): Problem {
  const found = stands.map(({ word, rows }) => `${quoted(word)} (row ${listed(rows.map(String), 3)})`);
  return {
    column,
    found: listed(found.sort(), 4),
    expected: `one ${what} for all servers of ${one.name}`,
    fix: "Make the rows agree, or leave this out and decide in Wavegate.",
  };
}

function strategyOf(word: string): string | undefined {
  const key = nameKey(word);
  return DISPOSITIONS.find((one) => one === key) ?? STRATEGIES.get(key);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
