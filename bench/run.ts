import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { closePipeline } from "@/lib/db/pipeline";
import { benchClicks, type ClickLine, printClicks } from "./clicks";
import { benchDecide, printDecide } from "./decide";
import { buildEstate, estateFound } from "./estate";
import { benchGraph, printGraph } from "./graph";
import { benchHomes, type HomeLine, printHomes } from "./homes";
import { benchImports, type ImportLine, printImports } from "./imports";
import { benchPages, type PageLine, printPages } from "./pages";
import { benchRates, printRates } from "./rates";
import { benchReads, printReads, type ReadLine } from "./reads";
import { type Running, startProduct } from "./servers";
import { count } from "./table";
import { benchWalk, printWalk } from "./walk";

const USAGE = `Usage: npm run bench -- [--short] [--only PART,…] [--size N,…] [--data-dir FOLDER [--again]]

  --short    one size, one round of a second: under three minutes
  --only     ${["rates", "graph", "reads", "decide", "imports", "homes", "pages", "clicks", "walk"].join(", ")}
  --size     workloads of a program; 1,000 and 10,000 if nothing is said
  --again    measure the program that was last made in that data folder, not a new one; not for rates`;
const PARTS = ["rates", "graph", "reads", "decide", "imports", "homes", "pages", "clicks", "walk"] as const;
type Part = (typeof PARTS)[number];

const { values: flags } = parseArgs({
  options: {
    short: { type: "boolean", default: false },
    only: { type: "string" },
    size: { type: "string" },
    again: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const owner = process.env.DATABASE_OWNER_URL;
if (!owner) throw new Error("DATABASE_OWNER_URL is not set: start the benchmark with `npm run bench`.");
if (flags.help) console.log(USAGE);
else await bench(owner);
process.exit();

async function bench(ownerUrl: string): Promise<void> {
  const parts = partsAsked();
  const sizes = (flags.size ?? (flags.short ? "10000" : "1000,10000")).split(",").map(Number);
  const product = await startProduct();
  console.log(
    `${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)} at the start, Node ${process.version}.`,
  );
  console.log(
    product === null
      ? "The product is not built: no pages, and hot reads are measured in this process, without Next and HTTP."
      : "Hot reads and pages of the built product over HTTP, signed in; the audited update is the command itself.",
  );
  const rounds = flags.short ? { rounds: 1, seconds: 1 } : { rounds: 3, seconds: 3 };
  const all = [];
  for (const size of sizes) {
    const largest = size === Math.max(...sizes);
    const here = new Set([...parts].filter((part) => part !== "walk" || largest));
    all.push(await benchSize(ownerUrl, product, size, here, rounds));
  }
  await product?.stop();
  await closePipeline();
  printAll(all, rounds);
  console.log(`\nLoad ${loadavg()[0]?.toFixed(1)} at the end.`);
}

type Measured = {
  rates: Awaited<ReturnType<typeof benchRates>>;
  graph: Awaited<ReturnType<typeof benchGraph>>;
  reads: ReadLine[];
  decide: ReadLine[];
  imports: ImportLine[];
  homes: HomeLine[];
  pages: PageLine[];
  clicks: ClickLine[];
  walk: Awaited<ReturnType<typeof benchWalk>>;
};

async function benchSize(
  ownerUrl: string,
  product: Running | null,
  size: number,
  parts: ReadonlySet<Part>,
  rounds: { rounds: number; seconds: number },
): Promise<Measured> {
  const measured: Measured = {
    rates: [],
    graph: [],
    reads: [],
    decide: [],
    imports: [],
    homes: [],
    pages: [],
    clicks: [],
    walk: [],
  };
  const part = (name: Part, work: () => Promise<Partial<Measured>>) => measure(measured, parts, name, work);
  await part("imports", async () => {
    console.log(`Importing ${count(size)} workloads …`);
    return { imports: await benchImports(ownerUrl, size) };
  });
  if (parts.size === 1 && parts.has("imports")) return measured;
  const begun = performance.now();
  const estate = (flags.again && (await estateFound(size))) || (await buildEstate(ownerUrl, size));
  const took = ((performance.now() - begun) / 1000).toFixed(0);
  console.log(`A program of ${count(size)} workloads in ${took} s.`);
  await part("graph", async () => ({ graph: await benchGraph(estate.actor, estate.workloadIds) }));
  await part("reads", async () => ({ reads: await benchReads(estate) }));
  await part("decide", async () => ({ decide: await benchDecide(estate) }));
  if (product !== null) {
    await part("homes", async () => ({ homes: await benchHomes(ownerUrl, product, estate) }));
    await part("pages", async () => ({ pages: await benchPages(ownerUrl, product, estate) }));
    await part("clicks", async () => ({ clicks: await benchClicks(ownerUrl, product, estate) }));
    await part("walk", async () => ({ walk: await benchWalk(ownerUrl, product, estate) }));
  }
  await part("rates", async () => ({ rates: await benchRates(ownerUrl, product, estate, rounds) }));
  return measured;
}

/** A part that cannot be measured says so and leaves the others alone. */
async function measure(
  measured: Measured,
  parts: ReadonlySet<Part>,
  name: Part,
  work: () => Promise<Partial<Measured>>,
): Promise<void> {
  if (!parts.has(name)) return;
  const begun = performance.now();
  try {
    Object.assign(measured, await work());
    console.log(`Measured: ${name}, in ${((performance.now() - begun) / 1000).toFixed(0)} s.`);
  } catch (error) {
    process.exitCode = 1;
    console.error(`Not measured: ${name}.`, error);
  }
}

function printAll(all: readonly Measured[], { rounds, seconds }: { rounds: number; seconds: number }): void {
  print(
    all.flatMap((one) => one.rates),
    (lines) => printRates(lines, rounds, seconds),
  );
  print(
    all.flatMap((one) => one.graph),
    printGraph,
  );
  print(
    all.flatMap((one) => one.reads),
    printReads,
  );
  print(
    all.flatMap((one) => one.decide),
    printDecide,
  );
  print(
    all.flatMap((one) => one.imports),
    printImports,
  );
  print(
    all.flatMap((one) => one.homes),
    printHomes,
  );
  print(
    all.flatMap((one) => one.pages),
    printPages,
  );
  print(
    all.flatMap((one) => one.clicks),
    printClicks,
  );
  print(
    all.flatMap((one) => one.walk),
    printWalk,
  );
}

function print<Line>(lines: readonly Line[], table: (lines: readonly Line[]) => void): void {
  if (lines.length > 0) table(lines);
}

function partsAsked(): ReadonlySet<Part> {
  if (flags.only === undefined) return new Set(flags.short ? PARTS.filter((part) => part !== "walk") : PARTS);
  const asked = flags.only.split(",");
  const known = PARTS.filter((part) => asked.includes(part));
  if (known.length !== asked.length) throw new Error(`--only takes ${PARTS.join(", ")}.`);
  return new Set(known);
}
