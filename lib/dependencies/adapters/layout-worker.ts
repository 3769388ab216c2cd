import "server-only";
import { Worker } from "node:worker_threads";
import { type Drawing, type Layout, NODE_HEIGHT } from "../model";

/** How long a drawing may take before it is given up. */
export const LAYOUT_DEADLINE_MS = 8_000;
/** So many drawings wait behind the one that is made; who comes then is told to come again. */
const MOST_WAITING = 6;
/** A worker without work goes after this long. */
const IDLE_MS = 60_000;

/**
 * The worker's program, as text: it runs beside the server in a thread of its own and loads the layout engine from the
 * installed packages, so that no bundler needs to know of it.
 */
const PROGRAM = `
const { parentPort } = require("node:worker_threads");
const Engine = require("elkjs/lib/elk.bundled.js");
const engine = new Engine();
parentPort.on("message", async ({ id, graph }) => {
  try {
    parentPort.postMessage({ id, laid: await engine.layout(graph) });
  } catch (error) {
    parentPort.postMessage({ id, failed: String(error) });
  }
});`;

type Point = { x: number; y: number };
type Laid = {
  width?: number;
  height?: number;
  children?: { x?: number; y?: number }[];
  edges?: { sections?: { startPoint: Point; bendPoints?: Point[]; endPoint: Point }[] }[];
};
type Answer = { id: number; laid?: Laid; failed?: string };
type Held = {
  worker: Worker | null;
  last: Promise<unknown>;
  turn: number;
  asked: number;
  idle: NodeJS.Timeout | null;
};

const held = globalThis as typeof globalThis & { wavegateLayout?: Held };

/**
 * Finds places for a drawing, in layers from left (what depends) to right (what is needed), in a thread of its own. One
 * at a time; a few others wait their turn. Answers null at once when as many wait as may.
 * The promise ends in an Error when it takes longer than the deadline or the engine gives up.
 */
export function layOut(drawing: Drawing): Promise<Layout> | null {
  held.wavegateLayout ??= { worker: null, last: Promise.resolve(), turn: 0, asked: 0, idle: null };
  const state = held.wavegateLayout;
  if (state.asked > MOST_WAITING) return null;
  state.asked += 1;
  const result = state.last
    .then(() => run(state, drawing))
    .finally(() => {
      state.asked -= 1;
    });
  state.last = result.catch(() => undefined);
  return result;
}

function run(state: Held, drawing: Drawing): Promise<Layout> {
  if (state.idle !== null) clearTimeout(state.idle);
  const worker = state.worker ?? start(state);
  const id = state.turn + 1;
  state.turn = id;
  return new Promise<Layout>((resolve, reject) => {
    const late = setTimeout(() => end(new Error("the layout took too long")), LAYOUT_DEADLINE_MS);
    const end = (error: Error) => {
      stop();
      state.worker = null;
      void worker.terminate();
      reject(error);
    };
    const stop = () => {
      clearTimeout(late);
      worker.off("message", hear);
      worker.off("error", end);
      state.idle = setTimeout(() => rest(state), IDLE_MS).unref();
    };
    const hear = (answer: Answer) => {
      if (answer.id !== id) return;
      stop();
      if (answer.laid === undefined) reject(new Error(answer.failed ?? "the layout failed"));
      else resolve(layoutOf(answer.laid));
    };
    worker.on("message", hear);
    worker.on("error", end);
    worker.postMessage({ id, graph: engineGraph(drawing) });
  });
}

function start(state: Held): Worker {
  const worker = new Worker(PROGRAM, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 384 } });
  worker.unref();
  worker.on("error", () => {
    if (state.worker === worker) state.worker = null;
  });
  state.worker = worker;
  return worker;
}

function rest(state: Held): void {
  void state.worker?.terminate();
  state.worker = null;
}

function engineGraph({ nodeWidth, nodes, edges }: Drawing) {
  const ranked = nodes.some((node) => node.rank !== null);
  const folded = nodes.some((node) => node.workloadId === null); // its lines carry numbers, which need room
  return {
    id: "drawing",
    layoutOptions: {
      "elk.algorithm": "layered",
      "elk.direction": "RIGHT",
      "elk.edgeRouting": "ORTHOGONAL",
      "elk.spacing.nodeNode": "20",
      "elk.spacing.edgeNode": "14",
      "elk.spacing.edgeEdge": folded ? "16" : "8",
      "elk.layered.spacing.nodeNodeBetweenLayers": ranked ? "48" : "72",
      "elk.layered.spacing.edgeNodeBetweenLayers": "18",
      "elk.layered.spacing.edgeEdgeBetweenLayers": "8",
      "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF",
      "elk.separateConnectedComponents": "true",
      ...(ranked ? { "elk.partitioning.activate": "true" } : {}),
    },
    children: nodes.map((node, place) => ({
      id: `n${place}`,
      width: nodeWidth,
      height: NODE_HEIGHT,
      ...(node.rank === null ? {} : { layoutOptions: { "elk.partitioning.partition": String(node.rank) } }),
    })),
    edges: edges.map((edge, place) => ({
      id: `e${place}`,
      sources: [`n${edge.dependent}`],
      targets: [`n${edge.needed}`],
    })),
  };
}

function layoutOf({ width, height, children = [], edges = [] }: Laid): Layout {
  const round = ({ x, y }: Point) => [Math.round(x), Math.round(y)] as const;
  return {
    width: Math.round(width ?? 0),
    height: Math.round(height ?? 0),
    nodes: children.map(({ x = 0, y = 0 }) => round({ x, y })),
    edges: edges.map(({ sections: [section] = [] }) =>
      section === undefined
        ? []
        : [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(round),
    ),
  };
}
