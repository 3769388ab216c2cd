import { counted } from "@/lib/kernel/text";
import { addDays, type CalendarDate, daysBetween } from "@/lib/kernel/time";
import type { LiveForecast, LivePoint } from "../model";

/** The pace is that of so many weeks. */
export const PACE_WEEKS = 12;
const MOST_WEEKS_AHEAD = 156;

/**
 * When everything that is in a wave is live if it goes on as in the last twelve weeks, or since the first day that is known.
 * Nothing is guessed: without a workload that went live in that time there is no pace, and no forecast.
 */
export function liveForecast(points: readonly LivePoint[], inWaves: number): LiveForecast {
  const known = points.filter((point) => point.live !== null);
  const last = known.at(-1);
  if (last === undefined || last.live === null)
    return { kind: "unknown", why: "no workload is recorded yet" };
  if (inWaves === 0) return { kind: "unknown", why: "no workload is in a wave yet" };
  if (last.live >= inWaves) return { kind: "done" };
  const from = known.find((point) => point.on >= addDays(last.on, -PACE_WEEKS * 7)) ?? last;
  const days = daysBetween(from.on, last.on);
  const gained = last.live - (from.live ?? 0);
  if (days < 7) return { kind: "unknown", why: "less than a week is known" };
  if (gained <= 0)
    return { kind: "unknown", why: `nothing went live in the last ${counted(Math.round(days / 7), "week")}` };
  const ahead = Math.ceil(((inWaves - last.live) * days) / gained);
  if (ahead > MOST_WEEKS_AHEAD * 7)
    return { kind: "unknown", why: "at the present pace it would take more than three years" };
  return { kind: "known", finishOn: addDays(last.on, ahead), perWeek: (gained * 7) / days };
}

/** How many workloads the forecast has live on a day ahead; null where there is none. */
export function forecastOn(
  forecast: LiveForecast,
  day: CalendarDate,
  { today, live, inWaves }: { today: CalendarDate; live: number | null; inWaves: number },
): number | null {
  if (forecast.kind !== "known" || live === null || day < today) return null;
  const whole = daysBetween(today, forecast.finishOn);
  const share = whole === 0 ? 1 : Math.min(1, daysBetween(today, day) / whole);
  return Math.floor(live + (inWaves - live) * share);
}
