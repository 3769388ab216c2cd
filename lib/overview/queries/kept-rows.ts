import "server-only";
import { type TrailHead, trailHead, trailSince } from "@/lib/audit/adapters/trail-since";
import type { Tx } from "@/lib/db/transaction";
import type { TrendDay } from "../model";
import { leavesThePast } from "../rules/leaves-the-past";
import { coverageRows, liveRows, riskRows } from "./trend-rows";

type Rows = {
  live: Awaited<ReturnType<typeof liveRows>>;
  risks: Awaited<ReturnType<typeof riskRows>>;
  coverage: Awaited<ReturnType<typeof coverageRows>>;
};

/** The rows of days that are over, by program and days, with the head of the audit chain at which they held. */
const kept = new Map<string, { head: TrailHead; rows: Rows }>();
const MOST = 100;

/**
 * The rows of every day, the last of which is the present. What is over changes by few events, so it is kept until one of them
 * stands in the program's audit chain; the present is counted anew.
 */
export async function trendRows(tx: Tx, programId: string, days: readonly TrendDay[]): Promise<Rows> {
  const [past, present] = [days.slice(0, -1), days.slice(-1)];
  const head = await trailHead(tx, programId);
  const key = [programId, past.at(0)?.on, past.at(-1)?.on, past.length].join(" ");
  const over = (await keptRows(tx, programId, { key, head, past })) ?? (await read(tx, programId, past));
  if (head !== null) keep(key, { head, rows: over });
  const now = await read(tx, programId, present);
  return {
    live: [...over.live, ...now.live],
    risks: [...over.risks, ...now.risks],
    coverage: [...over.coverage, ...now.coverage],
  };
}

type Asked = { key: string; head: TrailHead | null; past: readonly TrendDay[] };

async function keptRows(tx: Tx, programId: string, { key, head, past }: Asked): Promise<Rows | null> {
  const known = kept.get(key);
  if (known === undefined || head === null) return null;
  if (known.head.hash === head.hash) return known.rows;
  const since = await trailSince(tx, programId, known.head);
  const over = past.at(-1)?.at ?? null;
  return since?.every((event) => leavesThePast(event, over)) ? known.rows : null;
}

async function read(tx: Tx, programId: string, days: readonly TrendDay[]): Promise<Rows> {
  return {
    live: await liveRows(tx, programId, days),
    risks: await riskRows(tx, programId, days),
    coverage: await coverageRows(tx, programId, days),
  };
}

function keep(key: string, fresh: { head: TrailHead; rows: Rows }): void {
  if (kept.size >= MOST) kept.clear();
  kept.set(key, fresh);
}
