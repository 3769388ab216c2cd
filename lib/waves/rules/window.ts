import { type Fold, readLocal } from "@/lib/kernel/read-local";
import { isZone } from "@/lib/kernel/time";
import type { WaveWindow } from "../model/window";

export type WindowInput = {
  startLocal: string;
  endLocal: string;
  zone: string;
  fold?: Fold;
  endFold?: Fold;
};

/** The window with its instants, or for each field a sentence that says what is wrong with it. */
export type WindowAnswer = { ok: true; window: WaveWindow } | { ok: false; fields: Record<string, string> };

const LONGEST_DAYS = 31;

/**
 * Reads a window from wall-clock times. A time that the clocks skip is refused; one that they show twice asks which,
 * answered by `fold` (start) and `endFold` (end; `fold` where it is absent).
 */
export function readWindow(input: WindowInput): WindowAnswer {
  if (!isZone(input.zone)) return refused({ zone: "Choose a time zone such as Europe/London." });
  const start = readLocal(input.startLocal, input.zone, input.fold);
  const end = readLocal(input.endLocal, input.zone, input.endFold ?? input.fold);
  if (typeof start === "string" || typeof end === "string") {
    return refused({
      ...(typeof start === "string" ? { startLocal: start } : {}),
      ...(typeof end === "string" ? { endLocal: end } : {}),
    });
  }
  if (end <= start) return refused({ endLocal: "The window must end after it starts." });
  if (end.getTime() - start.getTime() > LONGEST_DAYS * 86_400_000) {
    return refused({ endLocal: `A window lasts at most ${LONGEST_DAYS} days.` });
  }
  const { startLocal, endLocal, zone } = input;
  return { ok: true, window: { startLocal, endLocal, zone, startAt: start, endAt: end } };
}

/** Whether two windows are the same time said in the same way. */
export function sameWindow(a: WaveWindow | null, b: WaveWindow | null): boolean {
  if (a === null || b === null) return a === b;
  const sameWords = a.startLocal === b.startLocal && a.endLocal === b.endLocal && a.zone === b.zone;
  return sameWords && a.startAt.getTime() === b.startAt.getTime() && a.endAt.getTime() === b.endAt.getTime();
}

function refused(fields: Record<string, string>): WindowAnswer {
  return { ok: false, fields };
}
