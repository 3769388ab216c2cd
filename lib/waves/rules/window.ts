import { isZone, resolveLocal } from "@/lib/kernel/time";
import type { WaveWindow } from "../model";

export type Fold = "earlier" | "later";
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
  const start = readEnd(input.startLocal, input.zone, input.fold);
  const end = readEnd(input.endLocal, input.zone, input.endFold ?? input.fold);
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

function readEnd(local: string, zone: string, fold: Fold | undefined): Date | string {
  const found = resolveLocal(local, zone);
  const clock = local.replace("T", " ");
  switch (found.kind) {
    case "instant":
      return found.at;
    case "missing":
      return `${clock} does not exist in ${zone}: the clocks go forward then. Choose another time.`;
    case "twice":
      if (fold !== undefined) return found[fold];
      return `${clock} comes twice in ${zone}: the clocks go back then. Choose the first or the second.`;
    case "malformed":
      return "Enter a date and a time, such as 21 November 2026, 22:00.";
    case "unknown-zone":
      return "Choose a time zone such as Europe/London.";
  }
}

function refused(fields: Record<string, string>): WindowAnswer {
  return { ok: false, fields };
}
