import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "@/lib/access/model";
import { withActor } from "@/lib/db/transaction";
import { layOut } from "../adapters/layout-worker";
import type { Drawing, DrawingAnswer, Layout } from "../model";
import type { GraphSearch } from "../rules/address";
import { shapeOf } from "../rules/drawing";
import { MOST_NEIGHBOURS } from "../rules/neighbourhood";
import { getDrawing } from "./dependency-graph";

/** How long it is remembered that a drawing could not be made. */
const REFUSED_MS = 60_000;
const MOST_HELD = 200;
/** Layouts of one program in the database; the oldest go. */
const MOST_STORED = 500;

type State = { layout?: Layout; refusedAt?: number };
const held = globalThis as typeof globalThis & { wavegateDrawings?: Map<string, State> };

/**
 * The drawing of an address with where everything stands. The first who asks starts the layout beside the server and is
 * told that it is being worked on; who asks again gets it. While too many wait already, it is not begun. Kept by the digest of its shape, which holds no names: in this
 * process, and in the database for whoever may write there.
 */
export async function answerDrawing(
  actor: Actor,
  search: GraphSearch,
  around: string | null,
): Promise<DrawingAnswer> {
  const drawing = await getDrawing(actor, search, around);
  if (drawing.nodes.length > MOST_NEIGHBOURS) {
    return {
      state: "impossible",
      reason: `${drawing.nodes.length} groups are too many to be read as a drawing.`,
    };
  }
  const digest = createHash("sha256").update(shapeOf(drawing)).digest("hex");
  const key = `${actor.programId} ${digest}`;
  const state = states().get(key);
  if (state === undefined) return begin(actor, drawing, digest, key);
  if (state.layout !== undefined) return { state: "ready", drawing, layout: state.layout };
  if (state.refusedAt === undefined) return { state: "working" };
  if (Date.now() - state.refusedAt > REFUSED_MS) states().delete(key);
  return { state: "impossible", reason: "It took too long to find a place for everything." };
}

async function begin(actor: Actor, drawing: Drawing, digest: string, key: string): Promise<DrawingAnswer> {
  const stored = await storedLayout(actor, digest);
  if (stored !== null) {
    remember(key, { layout: stored });
    return { state: "ready", drawing, layout: stored };
  }
  if (states().has(key)) return { state: "working" };
  const laying = layOut(drawing);
  if (laying === null) return { state: "busy" };
  remember(key, {});
  laying.then(
    (layout) => {
      remember(key, { layout });
      return store(actor, digest, layout);
    },
    () => remember(key, { refusedAt: Date.now() }),
  );
  return { state: "working" };
}

function storedLayout(actor: Actor, digest: string): Promise<Layout | null> {
  return withActor(actor, async (tx) => {
    const [row] = await tx.$queryRaw<{ layout: Layout }[]>`
      SELECT layout FROM "GraphLayout" WHERE digest = ${digest} AND "programId" = ${actor.programId}::uuid`;
    return row?.layout ?? null;
  });
}

/** Who may write nothing keeps it in this process alone; so does everybody when the database refuses. */
async function store(actor: Actor, digest: string, layout: Layout): Promise<void> {
  if (actor.role === "auditor" || actor.role === "partner") return;
  const write = withActor(actor, async (tx) => {
    await tx.$executeRaw`
      INSERT INTO "GraphLayout" ("programId", digest, layout, "createdAt")
      VALUES (${actor.programId}::uuid, ${digest}, ${JSON.stringify(layout)}::jsonb, now()) ON CONFLICT DO NOTHING`;
    await tx.$executeRaw`
      DELETE FROM "GraphLayout" WHERE "programId" = ${actor.programId}::uuid AND digest IN (
        SELECT digest FROM "GraphLayout" WHERE "programId" = ${actor.programId}::uuid
        ORDER BY "createdAt" DESC OFFSET ${MOST_STORED})`;
  });
  await write.catch(() => undefined);
}

function states(): Map<string, State> {
  held.wavegateDrawings ??= new Map();
  return held.wavegateDrawings;
}

function remember(key: string, state: State): void {
  const all = states();
  all.delete(key);
  all.set(key, state);
  for (const oldest of all.keys()) {
    if (all.size <= MOST_HELD) break;
    all.delete(oldest);
  }
}
