import type { Meeting } from "@/lib/calendar/model";
import { formatDayShort } from "@/lib/kernel/moments";
import { counted } from "@/lib/kernel/text";
import { WAVE_STATE_LABELS } from "../labels";
import type { WaveForecast, WaveStep } from "../model/forecast";
import type { WaveState } from "../model/states";
import type { WaveSummary } from "../model/wave";
import { freezeWords } from "./freezes";

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

/** The states in which a wave is worked on before it is ready; being ready is waiting for the window. */
const WORKED: readonly WaveState[] = ["preparing", "rehearsing"];

type Wave = Pick<WaveSummary, "waveId" | "state" | "attempt" | "window" | "health" | "since">;

type Known = {
  /** Every step of every wave of the program. */
  steps: readonly WaveStep[];
  /** The freezes that keep this wave's window from being used. */
  freezes: readonly Meeting[];
  now: Date;
};

/**
 * When the wave would cut over, as far as its own past and that of other waves tell; null once it has, or never will.
 * It is ready when it has stayed in each state as long as waves stayed there in the middle (the median of finished stays of
 * this program). When that is before its window, the window is the forecast; else the first later time on the same weekday
 * and clock. Where no wave has finished such a stay, where something is off track, or a freeze stands in the way, it is
 * unknown, and says why.
 */
export function forecastWave(wave: Wave, { steps, freezes, now }: Known): WaveForecast | null {
  const { state, window, health } = wave;
  if (state === "closed" || state === "cancelled" || state === "hypercare") return null;
  if (state === "rolled_back") return unknown("it was rolled back and its next attempt has no window yet");
  if (window === null) return unknown("it has no window yet");
  if (state === "cutting_over") {
    if (window.endAt <= now) return unknown("its window is over and it is still cutting over");
    return { known: true, ...spanOf(window), lateDays: 0, how: "it is cutting over in its window" };
  }
  if (health?.level === "off_track" && health.href !== "/window") {
    return unknown(`${health.reason}, and how long that takes to mend is not known`);
  }
  const work = remainingWork(wave, steps, now);
  if (typeof work === "string") return unknown(work);
  const readyAt = new Date(now.getTime() + work.ms);
  const [freeze] = freezes;
  if (readyAt <= window.startAt && now < window.startAt) {
    if (freeze !== undefined) return unknown(`${freezeWords(freeze)} stands in its window`);
    const how = `${work.how}, before its window`;
    return { known: true, ...spanOf(window), lateDays: 0, how };
  }
  const weeks = Math.ceil((readyAt.getTime() - window.startAt.getTime()) / WEEK_MS);
  const startAt = new Date(window.startAt.getTime() + Math.max(1, weeks) * WEEK_MS);
  const endAt = new Date(startAt.getTime() + window.endAt.getTime() - window.startAt.getTime());
  const how = `${work.how}, after its window starts; the next time on the same weekday counts`;
  return { known: true, startAt, endAt, lateDays: Math.max(1, weeks) * 7, how };
}

/** "as planned", "Sat 6 Mar, 14 days late", "unknown: it has no window yet" */
export function forecastWords(forecast: WaveForecast, zone: string): string {
  if (!forecast.known) return `unknown: ${forecast.how}`;
  if (forecast.lateDays === 0) return "as planned";
  return `${formatDayShort(forecast.startAt, zone)}, ${counted(forecast.lateDays, "day")} late`;
}

/** The time that is left until the wave is ready, in words as well; or why that cannot be known. */
function remainingWork(
  wave: Wave,
  steps: readonly WaveStep[],
  now: Date,
): { ms: number; how: string } | string {
  if (wave.state === "ready") return { ms: 0, how: "it is ready now" };
  const ahead = wave.state === "rehearsing" ? WORKED.slice(1) : WORKED;
  let ms = 0;
  const parts: string[] = [];
  for (const state of ahead) {
    const stays = finishedStays(steps, state);
    const typical = median(stays);
    const word = WAVE_STATE_LABELS[state].toLowerCase();
    if (typical === null) return `no wave has yet gone through ${word}`;
    const spent =
      state === wave.state && wave.since !== null ? Math.max(0, now.getTime() - wave.since.getTime()) : 0;
    ms += Math.max(0, typical - spent);
    parts.push(`${word} took ${days(typical)} (the median of ${stays.length})`);
  }
  return { ms, how: `${parts.join(", ")}, so it is ready in ${days(ms)}` };
}

/** How long attempts stayed in a state before they went on forward, in milliseconds. */
function finishedStays(steps: readonly WaveStep[], state: WaveState): number[] {
  const forward: Partial<Record<WaveState, WaveState>> = { preparing: "rehearsing", rehearsing: "ready" };
  return steps.flatMap((left) => {
    if (left.from !== state || left.to !== forward[state]) return [];
    const entered = steps
      .filter((one) => one.waveId === left.waveId && one.to === state && one.at <= left.at)
      .reduce<Date | null>((last, { at }) => (last === null || at > last ? at : last), null);
    return entered === null ? [] : [left.at.getTime() - entered.getTime()];
  });
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

function days(ms: number): string {
  return counted(Math.ceil(ms / DAY_MS), "day");
}

function spanOf({ startAt, endAt }: { startAt: Date; endAt: Date }) {
  return { startAt, endAt };
}

function unknown(how: string): WaveForecast {
  return { known: false, how };
}
