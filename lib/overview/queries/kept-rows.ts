import "server-only";
import type { Tx } from "@/lib/db/transaction";
import type { TrendDay } from "../model";
import { coverageRows, liveRows, riskRows } from "./trend-rows";

type Rows = {
  live: Awaited<ReturnType<typeof liveRows>>;
  risks: Awaited<ReturnType<typeof riskRows>>;
  coverage: Awaited<ReturnType<typeof coverageRows>>;
};

/** The rows of days that are over, by program, head of its audit chain and days. */
const kept = new Map<string, Rows>();
const MOST = 100;

/**
 * The rows of every day, the last of which is the present. What is over changes by an event alone, so it is kept until the
 * program's audit chain has a new head; the present is counted anew.
 */
export async function trendRows(tx: Tx, programId: string, days: readonly TrendDay[]): Promise<Rows> {
  const [past, present] = [days.slice(0, -1), days.slice(-1)];
  const head = await tx.auditEvent.findFirst({
    where: { chainId: programId },
    orderBy: { seq: "desc" },
    select: { hash: true },
  });
  const key = [programId, head?.hash, past.at(0)?.on, past.at(-1)?.on, past.length].join(" ");
  const over = kept.get(key) ?? (await read(tx, programId, past));
  if (head !== null) keep(key, over);
  const now = await read(tx, programId, present);
  return {
    live: [...over.live, ...now.live],
    risks: [...over.risks, ...now.risks],
    coverage: [...over.coverage, ...now.coverage],
  };
}

async function read(tx: Tx, programId: string, days: readonly TrendDay[]): Promise<Rows> {
  return {
    live: await liveRows(tx, programId, days),
    risks: await riskRows(tx, programId, days),
    coverage: await coverageRows(tx, programId, days),
  };
}

function keep(key: string, rows: Rows): void {
  if (kept.size >= MOST) kept.clear();
  kept.set(key, rows);
}
