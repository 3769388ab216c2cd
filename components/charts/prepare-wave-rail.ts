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
  /** Places are hundredths of the width, so that words keep their size however wide the drawing is. */
  x: number;
  /** Where the plan stood, when the forecast is later. */
  plannedX: number | null;
  date: string;
  /** ", was 6 Feb" */
  was: string;
  label: string;
  /** How many lines above the lowest the name stands, so that it meets no other. */
  raised: number;
};

export type PreparedRail = {
  stations: RailStation[];
  /** The most that a name is raised. */
  raised: number;
  todayX: number;
  today: string;
  todayEnds: boolean;
  undated: RailWave[];
};

/** What the narrowest drawing is wide; where names do not meet there, they meet nowhere. */
const NARROWEST = 800;
const LEFT = 2;
const RIGHT = 80;
/** Pixels a name must keep from the next. */
const GAP = 16;
const PER_LETTER = 6.8;
const MOST_RAISED = 2;

/**
 * Stations on one line of time, in order of their cutover. A wave without any date stands in `undated`, not on
 * the line. A name that would meet the one before it is raised by a line; where that does not help, the number stands alone.
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
  const names = placeNames(placed);
  const stations = placed.map(({ wave, x }, at) => ({
    ...station(wave, x, pixels((placed[at + 1]?.x ?? 100) - x), scale),
    ...(names[at] ?? { label: String(wave.number), raised: 0 }),
  }));
  return {
    stations,
    raised: Math.max(0, ...stations.map(({ raised }) => raised)),
    todayX,
    today: `Today, ${shortDay(today)}`,
    todayEnds: pixels(todayX) > 110 && next !== undefined,
    undated: waves.filter((wave) => dateOf(wave) === null),
  };
}

function station(wave: RailWave, x: number, room: number, scale: (day: PlainDay) => number) {
  const { plannedOn, forecastOn } = wave;
  const slipped = plannedOn !== null && forecastOn !== null && forecastOn > plannedOn;
  const shown = forecastOn ?? plannedOn;
  const late = slipped && plannedOn ? `, was ${shortDay(plannedOn)}` : "";
  return {
    wave,
    x,
    plannedX: slipped && plannedOn ? scale(plannedOn) : null,
    date: shown ? shortDay(shown) : "",
    was: room >= 17 * PER_LETTER + GAP ? late : "",
  };
}

function placeNames(placed: readonly { wave: RailWave; x: number }[]): { label: string; raised: number }[] {
  const ends = Array.from({ length: MOST_RAISED + 1 }, () => 0);
  return placed.map(({ wave, x }) => {
    const from = pixels(x);
    const full = `${wave.number}\u2002${wave.name}`;
    const free = ends.findIndex((end) => end <= from);
    const label = free < 0 ? String(wave.number) : cut(full, NARROWEST - from);
    const line = Math.max(0, free);
    ends[line] = Math.max(ends[line] ?? 0, from + label.length * PER_LETTER + GAP);
    return { label, raised: line };
  });
}

function pixels(share: number): number {
  return (share / 100) * NARROWEST;
}

function dateOf(wave: RailWave): PlainDay | null {
  return wave.forecastOn ?? wave.plannedOn;
}

/** Past the right end there is nothing to be raised from: a long name loses its end there. */
function cut(text: string, room: number): string {
  const letters = Math.max(8, Math.floor(room / PER_LETTER));
  return text.length <= letters ? text : `${text.slice(0, letters - 1).trimEnd()}…`;
}
