import { withActor } from "@/lib/db/transaction";
import { changeWorkload } from "@/lib/workloads/commands/change-workload";
import type { Readers } from "./decisions";
import type { Estate } from "./estate";
import { getter, percentiles } from "./measure";
import { openSession, type Running } from "./servers";
import { count, printTable, verdict } from "./table";

type Times = { p50: number; p95: number };
export type HomeLine = { home: string; size: number; first: Times; again: Times };

const HOMES: readonly (readonly [keyof Readers, string, string])[] = [
  ["executive", "executive brief", ""],
  ["platform_engineer", "my work", ""],
  ["business_owner", "my services", ""],
  ["program_manager", "plan", ""],
  ["auditor", "reading room", "/audit"],
];
const VISITS = 10;

/** The home of each role until all of it is there: right after somebody changed a workload that few need, and again. */
export async function benchHomes(
  owner: string,
  product: Running,
  { readers, workloadIds }: Pick<Estate, "readers" | "workloadIds">,
): Promise<HomeLine[]> {
  const lines: HomeLine[] = [];
  for (const [role, home, path] of HOMES) {
    const reader = readers[role];
    const { cookie } = await openSession(owner, reader);
    const visit = getter(`${product.address}/p/${reader.programSlug}${path}`, cookie);
    const first: number[] = [];
    const again: number[] = [];
    for (let turn = 0; turn <= VISITS; turn += 1) {
      await change(readers, workloadIds.at(-1 - turn * 7) ?? "", `Hall ${Date.now()}`);
      first.push(await timed(visit));
      again.push(await timed(visit));
    }
    lines.push({
      ...{ home, size: workloadIds.length },
      ...{ first: percentiles(first.slice(1)), again: percentiles(again.slice(1)) },
    });
  }
  return lines;
}

/** Prints what `benchHomes` measured. */
export function printHomes(lines: readonly HomeLine[]): void {
  console.log("\nHomes, one visit at a time, until all of it is there, in ms.");
  printTable(
    ["home", "workloads", "after a write p50", "p95", "again p50", "p95", "aim, both p95"],
    lines.map(({ home, size, first, again }) => [
      home,
      count(size),
      first.p50.toFixed(0),
      first.p95.toFixed(0),
      again.p50.toFixed(0),
      again.p95.toFixed(0),
      verdict(Math.round(Math.max(first.p95, again.p95)), { most: 400 }),
    ]),
  );
}

async function change({ program_manager: actor }: Readers, workloadId: string, site: string): Promise<void> {
  const { version } = await withActor(actor, (tx) =>
    tx.workload.findUniqueOrThrow({ where: { id: workloadId }, select: { version: true } }),
  );
  await changeWorkload({ actor }, { workloadId, version, site });
}

async function timed(visit: (turn: number) => Promise<void>): Promise<number> {
  const start = performance.now();
  await visit(0);
  return performance.now() - start;
}
