import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { checkReaders } from "@/prisma/testing/check-readers";
import { hostileFile } from "@/prisma/testing/hostile-files";

const USAGE = `npm run fuzz -- [--runs N] [--minutes N] [--seed N]
    throws files at the readers of CSV and XLSX; a million unless told otherwise, or as many as fit into the minutes`;
const MAX_GROWTH = 64e6;
const SAMPLE_EVERY = 500;

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "1000000" },
    minutes: { type: "string" },
    seed: { type: "string" },
    help: { type: "boolean", short: "h" },
  },
});
process.exitCode = values.help ? usage() : await fuzz();

function usage(): number {
  console.log(USAGE);
  return 0;
}

async function fuzz(): Promise<number> {
  const seen = { files: 0, read: 0, slowest: 0, heap: 0, kinds: new Map<string, number>() };
  const heapBefore = collectedHeap();
  const begin = performance.now();
  const result = await fc.check(
    fc.asyncProperty(hostileFile(), async (file) => {
      const { slowest, read } = await checkReaders(file);
      seen.files += 1;
      if (read) seen.read += 1;
      seen.slowest = Math.max(seen.slowest, slowest);
      seen.kinds.set(file.kind, (seen.kinds.get(file.kind) ?? 0) + 1);
      if (seen.files % SAMPLE_EVERY === 0) seen.heap = Math.max(seen.heap, process.memoryUsage().heapUsed);
    }),
    {
      numRuns: number(values.runs),
      ...(values.seed !== undefined && { seed: number(values.seed) }),
      ...(values.minutes !== undefined && { interruptAfterTimeLimit: number(values.minutes) * 60_000 }),
    },
  );
  const growth = collectedHeap() - heapBefore;
  console.log(
    `files     ${seen.files} in ${Math.round((performance.now() - begin) / 1000)} s, seed ${result.seed}`,
  );
  for (const [kind, count] of seen.kinds) console.log(`          ${count} ${kind}`);
  console.log(`read      ${seen.read} as tables, the others refused in words`);
  console.log(`failures  ${result.failed && result.counterexample !== null ? 1 : 0}`);
  console.log(`slowest   ${seen.slowest.toFixed(1)} ms`);
  console.log(`heap      at most ${megabytes(seen.heap)}, grown by ${megabytes(growth)} after collection`);
  if (result.counterexample !== null) {
    console.error(result.errorInstance, fc.defaultReportMessage(result));
    return 1;
  }
  if (growth < MAX_GROWTH) return 0;
  console.error("The heap grew: something is kept of files that were read.");
  return 1;
}

/** What the heap holds once everything that can be let go is. */
function collectedHeap(): number {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect();
  return process.memoryUsage().heapUsed;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function number(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new Error(USAGE);
  return value;
}
