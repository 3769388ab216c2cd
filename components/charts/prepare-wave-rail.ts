import { dayNumber, dayScale, type PlainDay, shortDay } from "@/components/charts/time-scale";
import type { ShapeKind } from "@/components/ui/status";

export type RailWave = {
  number: number;
  name: string;
  href?: string;
  status: ShapeKind;
  plannedOn: PlainDay | null;
  /** null: no forecast. */
  forecastOn: PlainDay | null;
};

export type RailStation = {
  wave: RailWave;
  x: number;
  /** Where the plan stood, when the forecast is later. */
  plannedX: number | null;
  date: string;
  /** ", was 6 Feb" */
  was: string;
  label: string;
};

export type PreparedRail = {
  stations: RailStation[];
  todayX: number;
  today: string;
  todayEnds: boolean;
  undated: RailWave[];
};

export const RAIL_WIDTH = 1144;
const LEFT = 24;
const RIGHT = 1000;
/** Pixels a label must keep from the next station. */
const GAP = 12;
const PER_LETTER = 6.4;

/**
 * Stations on one line of time, in order of their cutover. A wave without any date stands in `undated`, not on
 * the line. Names are cut where the next station would be met.
 */
export function prepareWaveRail(waves: readonly RailWave[], today: PlainDay): PreparedRail {
  const dated = waves
    .filter((wave) => dateOf(wave) !== null)
    .sort((a, b) => (dateOf(a) ?? "").localeCompare(dateOf(b) ?? ""));
  const days = [today, ...dated.flatMap((wave) => [wave.plannedOn, wave.forecastOn])].filter(
    (day) => day !== null,
  );
  const numbers = days.map(dayNumber);
  const scale = dayScale(Math.min(...numbers), Math.max(...numbers), LEFT, RIGHT);
  const placed = dated.map((wave) => ({ wave, x: scale(dateOf(wave) ?? today) }));
  const todayX = scale(today);
  const next = placed.find((station) => station.x >= todayX);
  return {
    stations: placed.map(({ wave, x }, at) => station(wave, x, placed[at + 1]?.x ?? RAIL_WIDTH + GAP, scale)),
    todayX,
    today: `Today, ${shortDay(today)}`,
    todayEnds: todayX > 120 && next !== undefined,
    undated: waves.filter((wave) => dateOf(wave) === null),
  };
}

function station(wave: RailWave, x: number, nextX: number, scale: (day: PlainDay) => number): RailStation {
  const { plannedOn, forecastOn } = wave;
  const slipped = plannedOn !== null && forecastOn !== null && forecastOn > plannedOn;
  const room = Math.max(2, Math.floor((nextX - x - GAP) / PER_LETTER));
  const shown = forecastOn ?? plannedOn;
  const late = slipped && plannedOn ? `, was ${shortDay(plannedOn)}` : "";
  return {
    wave,
    x,
    plannedX: slipped && plannedOn ? scale(plannedOn) : null,
    date: shown ? shortDay(shown) : "",
    was: room >= 17 ? late : "",
    label: cut(`${wave.number}\u2002${wave.name}`, room),
  };
}

function dateOf(wave: RailWave): PlainDay | null {
  return wave.forecastOn ?? wave.plannedOn;
}

function cut(text: string, room: number): string {
  if (text.length <= room) return text;
  const number = text.split("\u2002")[0] ?? "";
  return room < number.length + 5 ? number : `${text.slice(0, room - 1).trimEnd()}…`;
}
