import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listImports } from "@/lib/exchange/queries/imports";
import { foundProgram } from "./estate";
import { writeInventory } from "./import-files";
import { count, printTable, verdict } from "./table";

export type ImportLine = { what: string; size: number; seconds: number; megabytes: number };

/**
 * Brings an inventory and its links into an empty program as `npm run import` does, each file in a process of its own, and
 * takes both back. Seconds with the start of the process; the most memory that it held.
 */
export async function benchImports(owner: string, size: number): Promise<ImportLine[]> {
  const folder = mkdtempSync(join(tmpdir(), "wavegate-bench-files-"));
  try {
    const { actor } = await foundProgram(owner, `import-${size}`);
    const [workloads, dependencies] = await writeInventory(folder, size);
    const into = ["--program", actor.programSlug];
    const brought = [await timed(folder, [...into, workloads]), await timed(folder, [...into, dependencies])];
    const { imports } = await listImports(actor);
    const ids = [dependencies, workloads].map(
      (path) => imports.find(({ fileName }) => path.endsWith(fileName))?.id ?? "",
    );
    const undone = [];
    for (const id of ids) undone.push(await timed(folder, [...into, "--undo", id]));
    return [
      { what: "import, workloads", size, ...first(brought) },
      { what: "import, links", size, ...last(brought) },
      { what: "import, both", size, ...together(brought) },
      { what: "undo, links", size, ...first(undone) },
      { what: "undo, workloads", size, ...last(undone) },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Prints what `benchImports` measured. */
export function printImports(lines: readonly ImportLine[]): void {
  console.log("\nThe code of npm run import on files of Wavegate's own templates, five links a workload.");
  printTable(
    ["what", "workloads", "seconds", "aim s", "peak MB", "aim MB"],
    lines.map(({ what, size, seconds, megabytes }) => {
      const aimed = what === "import, both";
      return [
        what,
        count(size),
        seconds.toFixed(1),
        verdict(seconds, aimed ? { most: 30 } : null),
        megabytes.toFixed(0),
        verdict(megabytes, aimed ? { most: 512 } : null),
      ];
    }),
  );
}

type Cost = { seconds: number; megabytes: number };

async function timed(folder: string, args: readonly string[]): Promise<Cost> {
  const peak = join(folder, "peak");
  const loaded = ["--conditions=react-server", "--import", "tsx", "--import", "./bench/note-peak.mjs"];
  const start = performance.now();
  const child = spawn(process.execPath, [...loaded, "scripts/cli/import.ts", ...args], {
    env: { ...process.env, BENCH_PEAK_FILE: peak },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const code = await new Promise((resolve) => child.once("exit", resolve));
  if (code !== 0) throw new Error(`import ${args.join(" ")} ended with ${code}`);
  const seconds = (performance.now() - start) / 1000;
  return { seconds, megabytes: Number(readFileSync(peak, "utf8")) / 1000 };
}

const NOTHING: Cost = { seconds: Number.NaN, megabytes: Number.NaN };
const first = (costs: readonly Cost[]) => costs[0] ?? NOTHING;
const last = (costs: readonly Cost[]) => costs.at(-1) ?? NOTHING;

function together(costs: readonly Cost[]): Cost {
  return {
    seconds: costs.reduce((sum, one) => sum + one.seconds, 0),
    megabytes: Math.max(...costs.map((one) => one.megabytes)),
  };
}
