import "server-only";
import { cache } from "react";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import type { WaveHealth, WaveSummary } from "../model/wave";
import { waveHealth } from "../rules/health";
import { type HealthCounts, healthCounts, keptHealthCounts } from "./health-facts";
import { LIST_SELECT, type ListedWave, windowOf } from "./load-wave";

/**
 * Every wave of the program in its order, with its health as of `now`. A partner gets the waves of the workloads that
 * were granted, with name and window alone.
 */
export async function listWaves(actor: Actor, now = new Date()): Promise<WaveSummary[]> {
  if (!can(actor, "wave:read")) throw notFound("program");
  const { rows, counts } = await loadWaves(actor);
  return rows.map((row) => {
    const found = counts.get(row.id) ?? null;
    return summaryOf(row, found, found === null ? null : healthOf(row, found, now));
  });
}

/** Once per request: the frame of a page and the page itself list the same waves. */
const loadWaves = cache(async (actor: Actor) => {
  const now = new Date();
  const [kept, rows] = await Promise.all([
    actor.role === "partner" ? [] : keptHealthCounts(actor, null, now),
    withActor(actor, (tx) =>
      tx.wave.findMany({
        where: { programId: actor.programId },
        select: LIST_SELECT,
        orderBy: { number: "asc" },
      }),
    ),
  ]);
  const counts = byWave(kept);
  const complete = actor.role === "partner" || rows.every((row) => counts.has(row.id));
  // a wave that came between the two
  const all = complete ? counts : byWave(await withActor(actor, (tx) => healthCounts(tx, actor, null, now)));
  return { rows, counts: all };
});

function byWave(counts: readonly HealthCounts[]): ReadonlyMap<string, HealthCounts> {
  return new Map(counts.map((count) => [count.waveId, count]));
}

/** The health of a row from its counts; null once it is closed or cancelled. */
export function healthOf(row: ListedWave, counts: HealthCounts, now: Date): WaveHealth | null {
  const { worstCode, worstScore, worstAppetite } = counts;
  const worst =
    worstCode === null || worstScore === null || worstAppetite === null
      ? null
      : { code: worstCode, score: worstScore, appetite: worstAppetite };
  const gates = counts.gates.map((gate) => ({
    ...gate,
    closesAt: gate.closesAt === null ? null : new Date(gate.closesAt),
  }));
  return waveHealth(
    {
      state: row.state,
      attempt: row.attempt,
      lead: row.lead?.name ?? null,
      window: windowOf(row),
      workloads: counts.workloads,
      withoutOwner: counts.withoutOwner,
      withoutTarget: counts.withoutTarget,
      failedItems: counts.failedItems,
      risks: { above: counts.risksAbove, worst, unknown: counts.risksUnknown },
      hardLinksToLater: counts.hardLinksToLater,
      gates,
    },
    now,
  );
}

function summaryOf(row: ListedWave, counts: HealthCounts | null, health: WaveHealth | null): WaveSummary {
  return {
    waveId: row.id,
    number: row.number,
    name: row.name,
    kind: row.kind,
    state: row.state,
    attempt: row.attempt,
    version: row.version,
    lead: row.lead?.name ?? null,
    window: windowOf(row),
    workloads: counts?.workloads ?? null,
    health,
    since: counts?.since ?? null,
  };
}
