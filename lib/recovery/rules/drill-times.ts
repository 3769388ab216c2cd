import { type Fold, readLocal } from "@/lib/kernel/read-local";
import { isZone } from "@/lib/kernel/time";
import type { DrillTimes } from "../model";

/** A time as somebody read it from a clock; `fold` answers which of two equal ones. Empty is not given. */
type Clock = { local: string; fold?: Fold };

export type DrillInput = {
  zone: string;
  declared: Clock;
  usable: Clock;
  notReached: boolean;
  lastGood: Clock;
  notMeasured: boolean;
};

/** The instants of a drill, or for each field a sentence that says what is wrong with it. */
export type DrillAnswer = { ok: true; times: DrillTimes } | { ok: false; fields: Record<string, string> };

/** Reads a drill from wall-clock times; nothing of it may lie after `now`. */
export function readDrill(input: DrillInput, now: Date): DrillAnswer {
  const { zone } = input;
  if (!isZone(zone)) return { ok: false, fields: { zone: "Choose a time zone such as Europe/London." } };
  const declared = readLocal(input.declared.local, zone, input.declared.fold);
  const usable = readOptional(input.usable, zone, input.notReached, "it was not reached");
  const lastGood = readOptional(input.lastGood, zone, input.notMeasured, "it was not measured");
  if (typeof declared === "string" || typeof usable === "string" || typeof lastGood === "string") {
    return {
      ok: false,
      fields: sentences({ declaredLocal: declared, usableLocal: usable, lastGoodLocal: lastGood }),
    };
  }
  const fields = sentences({
    declaredLocal: declared > now ? FUTURE : null,
    usableLocal: usableProblem(declared, usable, now),
    lastGoodLocal:
      lastGood !== null && lastGood > declared
        ? "The last good transaction lies before the failure was declared, not after it."
        : null,
  });
  if (Object.keys(fields).length > 0) return { ok: false, fields };
  return { ok: true, times: { declaredAt: declared, usableAt: usable, lastGoodAt: lastGood } };
}

const FUTURE = "What is recorded has happened: this lies in the future.";

function readOptional(
  { local, fold }: Clock,
  zone: string,
  absent: boolean,
  words: string,
): Date | string | null {
  if (local === "") return absent ? null : `Give the time, or say that ${words}.`;
  return absent ? `Give the time or say that ${words}, not both.` : readLocal(local, zone, fold);
}

function usableProblem(declared: Date, usable: Date | null, now: Date): string | null {
  if (usable === null) return null;
  if (usable < declared) return "It cannot be usable before the failure was declared.";
  return usable > now ? FUTURE : null;
}

function sentences(found: Record<string, Date | string | null>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(found).filter((one): one is [string, string] => typeof one[1] === "string"),
  );
}
