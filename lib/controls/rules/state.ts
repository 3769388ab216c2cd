import { addDays, type CalendarDate } from "@/lib/kernel/time";
import type { ControlFacts, ControlState, Verified } from "../model";

type Judged = { state: ControlState; newest: Verified | null; holdsUntil: CalendarDate | null };

/**
 * How a control stands on a day of the program. Verified only while it is implemented, the newest verification says that it
 * holds, and that is not longer ago than its interval. Without a verification nobody knows: it is never verified.
 */
export function judgeControl(
  { stage, everyDays }: Pick<ControlFacts, "stage" | "everyDays">,
  verifications: readonly Verified[],
  today: CalendarDate,
): Judged {
  const newest = verifications.reduce<Verified | null>(
    (best, one) => (best === null || isNewer(one, best) ? one : best),
    null,
  );
  if (stage === "planned") return { state: "planned", newest, holdsUntil: null };
  if (newest === null) return { state: "not_verified", newest, holdsUntil: null };
  if (newest.outcome !== "holds") return { state: "failed", newest, holdsUntil: null };
  const holdsUntil = addDays(newest.verifiedOn, everyDays);
  return { state: today <= holdsUntil ? "verified" : "due", newest, holdsUntil };
}

/** Of one day the one that was recorded last counts: it is how a mistaken record is put right. */
function isNewer(one: Verified, other: Verified): boolean {
  if (one.verifiedOn !== other.verifiedOn) return one.verifiedOn > other.verifiedOn;
  if (Number(one.recordedAt) !== Number(other.recordedAt)) return one.recordedAt > other.recordedAt;
  return one.id > other.id;
}
