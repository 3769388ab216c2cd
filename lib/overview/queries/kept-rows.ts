import "server-only";
import { keeper } from "@/lib/audit/adapters/keep-told";
import type { Tx } from "@/lib/db/transaction";
import type { TrendDay } from "../model";
import { leavesThePast } from "../rules/leaves-the-past";
import { coverageRows, liveRows, riskRows } from "./trend-rows";

/** The rows of days that are over, kept until an event stands in the program's trail that may change what is told of them. */
export const pastRows = keeper({
  keyOf: keyOfDays,
  touchedBy: (event, days) => !leavesThePast(event, days.at(-1)?.at ?? null),
  read: async (tx, programId, days) => ({ value: await readRows(tx, programId, days), until: null }),
});

/** Days by their instants: in another zone they end at others. */
export function keyOfDays(days: readonly TrendDay[]): string {
  return `${days.at(0)?.at.toISOString()} ${days.at(-1)?.at.toISOString()} ${days.length}`;
}

async function readRows(tx: Tx, programId: string, days: readonly TrendDay[]) {
  return {
    live: await liveRows(tx, programId, days),
    risks: await riskRows(tx, programId, days),
    coverage: await coverageRows(tx, programId, days),
  };
}
