import { Temporal } from "temporal-polyfill";
import { isPlausible, isZone } from "@/lib/kernel/time";
import type { Span } from "../model";
import { readRule } from "./read-rule";
import { expand, startsOnItsRule } from "./recurrence";

type Said = { startLocal: string; endLocal: string; zone: string; recurrence: string | null };

/** The times with the instants of the first time, or for each field a sentence that says what is wrong with it. */
export type PeriodAnswer = { ok: true; times: Said & Span } | { ok: false; fields: Record<string, string> };

const LONGEST_DAYS = 366;

/** Reads the times of a period as people say them. `rule` is the field at fault when the recurrence is. */
export function readPeriod(said: Said): PeriodAnswer {
  const { startLocal, endLocal, zone, recurrence } = said;
  if (!isZone(zone)) return refused("zone", "Choose a time zone such as Europe/London.");
  for (const [field, local] of Object.entries({ startLocal, endLocal }))
    if (!isLocal(local)) return refused(field, "Enter a date and a time, such as 21 November 2026, 22:00.");
  if (endLocal <= startLocal) return refused("endLocal", "The period must end after it starts.");
  const first = firstTime(said);
  if (first === null)
    return refused("endLocal", "The clocks skip all of this time: it would not take place.");
  if (first.endAt.getTime() - first.startAt.getTime() > LONGEST_DAYS * 86_400_000)
    return refused("endLocal", `A period lasts at most ${LONGEST_DAYS} days.`);
  if (recurrence !== null) {
    const read = readRule(recurrence);
    if (!read.ok) return refused("rule", read.message);
    if (!startsOnItsRule(startLocal, read.rule))
      return refused(
        "rule",
        "The period does not start on a day of its own rule. Move the start, or change the rule.",
      );
  }
  return { ok: true, times: { ...said, ...first } };
}

function firstTime(said: Said): Span | null {
  const around = (local: string, days: number) =>
    new Date(new Date(`${local}Z`).getTime() + days * 86_400_000);
  const range = { startAt: around(said.startLocal, -3), endAt: around(said.endLocal, 3) };
  const [first] = expand({ ...said, recurrence: null, endedAt: null }, range);
  return first === undefined ? null : { startAt: first.startAt, endAt: first.endAt };
}

function isLocal(local: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u.test(local) || !isPlausible(local.slice(0, 10))) return false;
  try {
    Temporal.PlainDateTime.from(local, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}

function refused(field: string, message: string): PeriodAnswer {
  return { ok: false, fields: { [field]: message } };
}
