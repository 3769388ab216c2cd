import "server-only";
import type { Actor } from "@/lib/access/model";
import type { Tx } from "@/lib/db/transaction";
import { type CalendarDate, calendarDate } from "@/lib/kernel/time";
import { CONTROLS, HOLDS_UNTIL, stateSql } from "./control-sql";

/** A control that wants something of its owner; `holdsUntil` is the last day of a verification that is due again. */
type OwnedControl = {
  id: string;
  title: string;
  howVerified: string;
  state: "failed" | "not_verified" | "due";
  holdsUntil: CalendarDate | null;
};

/** Implemented controls of this person that are not shown to hold on that day of the program. */
export async function controlsOwned(
  tx: Tx,
  { programId, userId }: Pick<Actor, "programId" | "userId">,
  today: CalendarDate,
): Promise<OwnedControl[]> {
  const rows = await tx.$queryRaw<(Omit<OwnedControl, "holdsUntil"> & { holdsUntil: Date | null })[]>`
    SELECT c.id, c.title, c."howVerified", ${stateSql(today)} AS state, ${HOLDS_UNTIL} AS "holdsUntil"
    FROM ${CONTROLS} WHERE c."programId" = ${programId}::uuid AND p."userId" = ${userId}::uuid
      AND ${stateSql(today)} IN ('failed', 'not_verified', 'due')`;
  return rows.map(({ holdsUntil, ...row }) => ({
    ...row,
    holdsUntil: holdsUntil === null ? null : calendarDate(holdsUntil),
  }));
}
