import type { Freeze } from "@/components/charts/prepare-wave-timeline";
import type { Occurrence } from "@/lib/calendar/model";
import { occurrencesIn } from "@/lib/calendar/rules/meetings";
import { dateIn } from "@/lib/kernel/time";
import type { WaveSummary } from "@/lib/waves/model/wave";
import type { FreezeMet, WaveCalendar } from "@/lib/waves/model/window";
import { freezesMet } from "@/lib/waves/rules/freezes";

const OVER = new Set(["hypercare", "closed", "rolled_back", "cancelled"]);
const BEFORE_DAYS = 14;

/** Which freezes the window of each wave meets that has yet to cut over, by the wave's id. */
export function freezesByWave(
  waves: readonly WaveSummary[],
  calendars: ReadonlyMap<string, WaveCalendar>,
): ReadonlyMap<string, readonly FreezeMet[]> {
  return new Map(
    waves.map(({ waveId, window, state }) => {
      const calendar = calendars.get(waveId);
      const judged = window !== null && !OVER.has(state) && calendar !== undefined;
      return [waveId, judged ? freezesMet(calendar.periods, calendar.exceptions, window) : []];
    }),
  );
}

/**
 * The freezes that a timeline shows: those of the whole program from shortly before now to the end of the last window,
 * and whatever a window meets.
 */
export function shownFreezes(
  waves: readonly WaveSummary[],
  calendars: ReadonlyMap<string, WaveCalendar>,
  now: Date,
): Occurrence[] {
  const last = Math.max(now.getTime(), ...waves.map(({ window }) => window?.endAt.getTime() ?? 0));
  const span = { startAt: new Date(now.getTime() - BEFORE_DAYS * 86_400_000), endAt: new Date(last) };
  const [any] = calendars.values();
  const general = (any?.periods ?? []).filter(
    ({ kind, scope }) => kind === "freeze" && scope.of === "program",
  );
  const met = [...freezesByWave(waves, calendars).values()].flat();
  const all = new Map(
    [...occurrencesIn(general, span), ...met].map((one) => [
      `${one.period.id} ${one.startAt.getTime()}`,
      one,
    ]),
  );
  return [...all.values()].sort((a, b) => a.startAt.getTime() - b.startAt.getTime());
}

/** The same as the timeline draws them. */
export function drawnFreezes(freezes: readonly Occurrence[], zone: string): Freeze[] {
  return freezes.map(({ period, startAt, endAt }) => ({
    from: dateIn(zone, startAt),
    to: dateIn(zone, endAt),
    name: period.title,
  }));
}
