import * as z from "zod";
import type { Actor } from "@/lib/access/model";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { applyDependencyChanges } from "@/lib/dependencies/commands/apply-dependency-changes";
import { DEPENDENCY_KINDS, type NewDependency } from "@/lib/dependencies/model";
import {
  getAround,
  getDrawing,
  getMap,
  getOverview,
  getRadius,
} from "@/lib/dependencies/queries/dependency-graph";
import { answerDrawing } from "@/lib/dependencies/queries/drawing";
import { type GraphSearch, parseGraphSearch } from "@/lib/dependencies/rules/address";
import { timesOf } from "./measure";
import { count, printTable, verdict } from "./table";

const LINKS_EACH = 5;
const CALLS = 40;
/** Every twentieth link goes to one of a few that nearly all need: sign-on, network, broker. */
const HUBS = 12;
const IN_CIRCLES = 0.02;

type GraphLine = { what: string; size: number; p50: number; p95: number };

/** Five links a workload, laid so that there are hubs and 2 % of the workloads stand in circles. Always the same. */
export function graphLinks(ids: readonly string[]): NewDependency[] {
  const random = sequence(ids.length);
  const links = new Map<string, NewDependency>();
  const add = (from: number, to: number, place: number) => {
    const [dependentId, neededId] = [ids[from], ids[to]];
    if (dependentId === undefined || neededId === undefined || from === to) return;
    const hardness = place % 4 === 0 ? "soft" : place % 9 === 0 ? null : "hard";
    const kind = DEPENDENCY_KINDS[place % DEPENDENCY_KINDS.length] ?? null;
    links.set(`${from} ${to}`, { dependentId, neededId, hardness, kind, documented: place % 20 !== 0 });
  };
  for (const from of ids.keys()) {
    for (let each = 0; each < LINKS_EACH; each += 1) {
      const hub = from > HUBS && each === 0;
      add(from, Math.floor(random() * (hub ? HUBS : from)), from * LINKS_EACH + each);
    }
  }
  const circles = Math.round((ids.length * IN_CIRCLES) / 2);
  for (let circle = 0; circle < circles; circle += 1) {
    const from = HUBS + circle * 2;
    add(from, from + 1, 1);
    add(from + 1, from, 1);
  }
  return [...links.values()];
}

/** Writes those links through the batch core of the product. */
export const loadGraph = defineCommand({
  permission: "import:run",
  input: z.custom<NewDependency[]>(),
  lock: "shared",
  timeoutMs: 300_000,
  run: async (tx, ctx, links) => {
    const changes = links.map((facts) => ({ kind: "create" as const, facts }));
    const { ids, events } = await applyDependencyChanges(tx, ctx, changes);
    return { value: ids.length, events: eventList(events) };
  },
});

/** Asks the questions of the dependency pages as they do, with the database and row-level security; milliseconds. */
export async function benchGraph(actor: Actor, workloadIds: readonly string[]): Promise<GraphLine[]> {
  const size = workloadIds.length;
  const ask = (change: Partial<GraphSearch>) => ({ ...parseGraphSearch({}), ...change });
  const one = (turn: number) => workloadIds[(turn * 7919) % size] ?? "";
  const early = (turn: number) => workloadIds[(turn * 3) % Math.min(size, 200)] ?? "";
  const questions: [string, (turn: number) => Promise<unknown>, number?][] = [
    ["graph, first read", () => readAnew(actor), 5],
    ["neighbours, 1 hop", (turn) => getAround(actor, one(turn), ask({ hops: 1 }))],
    ["neighbours, 2 hops", (turn) => getAround(actor, one(turn), ask({ hops: 2 }))],
    ["neighbours, 3 hops", (turn) => getAround(actor, early(turn), ask({ hops: 3 }))],
    ["blast radius", (turn) => getRadius(actor, ask({ tab: "radius", sources: [early(turn)] }))],
    ["radius of 10", () => getRadius(actor, ask({ tab: "radius", sources: workloadIds.slice(0, 10) }))],
    ["radius of 50", () => getRadius(actor, ask({ tab: "radius", sources: workloadIds.slice(0, 50) }))],
    ["findings, first", () => readAnew(actor, true), 5],
    ["findings", () => getOverview(actor, ask({}))],
    ["fold by wave", () => getMap(actor, ask({ tab: "map", by: "wave" }))],
    ["fold by site", () => getMap(actor, ask({ tab: "map", by: "site" }))],
    ["drawing, nodes", (turn) => getDrawing(actor, ask({ hops: 2 }), one(turn))],
    ["drawing, made", (turn) => drawn(actor, early(turn)), 5],
  ];
  const lines: GraphLine[] = [];
  for (const [what, question, calls = CALLS] of questions)
    lines.push({ what, size, ...(await timesOf(question, calls)) });
  return lines;
}

/** Prints what `benchGraph` measured, one line a question and size. */
export function printGraph(lines: readonly GraphLine[]): void {
  console.log("\nQuestions of the dependency pages, one at a time, in ms.");
  printTable(
    ["question", "workloads", "p50 ms", "p95 ms", "aim, p95"],
    lines.map(({ what, size, p50, p95 }) => [
      what,
      count(size),
      p50.toFixed(1),
      p95.toFixed(1),
      verdict(p95, what === "drawing, made" ? null : { most: 200 }),
    ]),
  );
}

/** What the first reader after a change waits for: the process has forgotten the graph. */
async function readAnew(actor: Actor, findings = false): Promise<void> {
  const held = globalThis as typeof globalThis & { wavegateGraphs?: Map<string, unknown> };
  held.wavegateGraphs?.clear();
  if (findings) await getOverview(actor, parseGraphSearch({}));
  else await getMap(actor, { ...parseGraphSearch({}), by: "wave" });
}

async function drawn(actor: Actor, workloadId: string): Promise<void> {
  const search = { ...parseGraphSearch({}), hops: 2 };
  while ((await answerDrawing(actor, search, workloadId)).state === "working") {
    await new Promise((wake) => setTimeout(wake, 5));
  }
}

/** Numbers from 0 to 1 that look thrown and are always the same (a linear congruence of 31 bits). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
}
