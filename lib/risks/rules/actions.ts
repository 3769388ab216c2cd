import type { JsonRecord } from "@/lib/kernel/canonical-json";
import type { CalendarDate } from "@/lib/kernel/time";
import { addDays } from "@/lib/kernel/time";
import type { Violation } from "@/lib/kernel/violations";
import { ACTION_STATE_LABELS } from "../labels";
import type { Rating } from "../model/rating";
import type { Proximity, RiskActionView } from "../model/risk";
import { ratingWords } from "./scales";

type Facts = { what: string; owner: string | null; dueOn: CalendarDate | null; expected: Rating };

/** An action as the audit trail keeps it. */
export function actionWords({ what, owner, dueOn, expected }: Facts): JsonRecord {
  return { what, owner, dueOn, expected: ratingWords(expected) };
}

/** A calendar date as a database column wants it. */
export function dateColumn(date: CalendarDate | null): Date | null {
  return date === null ? null : new Date(`${date}T00:00:00Z`);
}

type Settled = Pick<RiskActionView, "state"> & { id: string; what: string };

/** Why an action may not be settled so, or taken up again, now. */
export function settleBlockers(
  action: Settled,
  {
    state,
    settledOn,
    note,
  }: { state: RiskActionView["state"]; settledOn: CalendarDate | null; note: string },
  today: CalendarDate,
): Violation[] {
  if (action.state === state) {
    const is = ACTION_STATE_LABELS[state].toLowerCase();
    return [violation(action, "action.same", `This action is ${is} already.`)];
  }
  if (action.state !== "open" && state !== "open")
    return [violation(action, "action.settled", "Take the action up again first.")];
  if (state === "dropped" && note.length < 3)
    return [violation(action, "action.note", "Say why the action is dropped.")];
  if (settledOn !== null && settledOn > today)
    return [violation(action, "action.future", "An action is settled today or earlier.")];
  return [];
}

/** Why the facts of an action may not change now. */
export function actionChangeBlockers(action: Settled): Violation[] {
  if (action.state === "open") return [];
  return [violation(action, "action.settled", "This action is settled. Take it up again to change it.")];
}

/** How near a risk is on the day of asking. Without a first possible day it is unknown, never far away. */
export function proximityOf(strikesOn: CalendarDate | null, today: CalendarDate): Proximity {
  if (strikesOn === null) return "unknown";
  if (strikesOn <= today) return "now";
  if (strikesOn <= addDays(today, 30)) return "month";
  return strikesOn <= addDays(today, 90) ? "quarter" : "later";
}

function violation({ id, what }: Settled, code: string, message: string): Violation {
  return { code, message, subject: { type: "risk-action", id, label: what } };
}
