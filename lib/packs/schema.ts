import * as z from "zod";

const count = z.number().int();
const maybe = count.nullable();
const words = z.string();

/** Everything that a pack shows, in the words and numbers it was frozen with. Null is unknown. */
export const packContent = z.strictObject({
  version: z.literal(1),
  program: words,
  zone: words,
  title: words,
  /** ISO 8601, UTC. */
  frozenAt: words,
  frozenBy: words,
  role: words,
  chain: z.strictObject({ seq: count, hash: words }),
  health: z.enum(["on_track", "at_risk", "off_track", "unknown"]),
  sentence: words,
  decisions: z.array(z.strictObject({ what: words, due: words.nullable(), waiting: words })),
  numbers: z.array(z.strictObject({ label: words, value: words.nullable(), of: words, detail: words })),
  map: z.strictObject({
    finding: words,
    line: words,
    unknown: count,
    likelihoods: z.array(words).length(5),
    impacts: z.array(words).length(5),
    cells: z.array(
      z.strictObject({
        likelihood: z.literal([1, 2, 3, 4, 5]),
        impact: z.literal([1, 2, 3, 4, 5]),
        level: z.literal([1, 2, 3, 4, 5]),
        word: words,
        count,
        above: z.boolean(),
      }),
    ),
  }),
  risks: z.array(
    z.strictObject({
      code: words,
      title: words,
      domain: words.nullable(),
      owner: words.nullable(),
      score: count.nullable(),
      appetite: count.nullable(),
      next: words,
      due: words.nullable(),
    }),
  ),
  risksAbove: count,
  waves: z.array(
    z.strictObject({
      number: count,
      name: words,
      state: words,
      health: z.enum(["on_track", "at_risk", "off_track", "unknown"]).nullable(),
      reason: words,
      window: words.nullable(),
      workloads: count.nullable(),
    }),
  ),
  gates: z.array(
    z.strictObject({
      name: words,
      wave: count,
      holds: z.boolean(),
      closes: words.nullable(),
      score: words,
      signatures: words,
      reasons: z.array(words),
      seats: z.array(z.strictObject({ capacity: words, name: words.nullable(), state: words })),
    }),
  ),
  recovery: z.strictObject({
    total: count,
    rows: z.array(
      z.strictObject({
        criticality: words,
        total: count,
        met: count,
        missed: count,
        stale: count,
        neverTested: count,
        unknown: count,
      }),
    ),
    weighted: words,
  }),
  trends: z.strictObject({
    findings: z.strictObject({ live: words, risks: words, recovery: words }),
    today: words,
    unplanned: count,
    planEnd: words.nullable(),
    forecast: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("known"), finishOn: words }),
      z.strictObject({ kind: z.literal("done") }),
      z.strictObject({ kind: z.literal("unknown"), why: words }),
    ]),
    live: z.array(z.strictObject({ on: words, total: maybe, live: maybe, planned: maybe, forecast: maybe })),
    risks: z.array(
      z.strictObject({
        on: words,
        counts: z.strictObject({ above: count, accepted: count, within: count, unknown: count }).nullable(),
      }),
    ),
    recovery: z.array(
      z.strictObject({
        on: words,
        counts: z
          .strictObject({ missed: count, never_tested: count, unknown: count, stale: count, met: count })
          .nullable(),
      }),
    ),
  }),
  unknown: z.array(words),
  made: z.array(words),
});

export type PackContent = z.output<typeof packContent>;

/** The title of a pack; without one it is called after its day. */
export const freezePackInput = z.object({
  title: z.string().trim().max(120, "Keep the title under 120 characters.").default(""),
});
