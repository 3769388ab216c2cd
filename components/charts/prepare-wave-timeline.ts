import { dayNumber, dayScale, monthStarts, type PlainDay } from "@/components/charts/time-scale";
import type { ShapeKind } from "@/components/ui/status";

export type Span = { from: PlainDay; to: PlainDay };

export type TimelineWave = {
  number: number;
  name: string;
  href: string;
  status: ShapeKind;
  /** "Off track, 14 days late" */
  note: string;
  planned: Span | null;
  forecast?: Span | null;
  done?: Span | null;
  hypercareTo?: PlainDay | null;
  gates: readonly { on: PlainDay; passed: boolean; name: string }[];
};

export type Freeze = Span & { name: string };

/** Places and widths are hundredths of the plot, so that words keep their size however wide it is drawn. */
export type Bar = { x: number; width: number };

export type TimelineRow = {
  wave: TimelineWave;
  /** Middle of the bars. */
  y: number;
  planned: Bar | null;
  forecast: Bar | null;
  done: Bar | null;
  hypercare: { from: number; to: number } | null;
  /** From the planned end to the forecast end, when that is later. */
  slip: { from: number; to: number } | null;
  gates: { x: number; passed: boolean; name: string }[];
};

export type PreparedTimeline = {
  height: number;
  months: { x: number; name: string }[];
  freezes: (Bar & { name: string; labelX: number; labelY: number; anchor: "start" | "middle" | "end" })[];
  rows: TimelineRow[];
  nowX: number;
};

/** Where names of freezes do not meet on a plot as narrow as this, they meet on none that does not scroll. */
const NARROWEST = 480;
/** What a letter of a month takes of it: a name that would be cut at the right end is left out. */
const PER_LETTER = 1.7;
const HEAD = 28;
const FREEZE_NAMES = 44;
export const ROW = 48;

/** Places waves, freezes and months on one scale of days; what has no date gets no bar, and nothing is guessed. */
export function prepareWaveTimeline(
  waves: readonly TimelineWave[],
  freezes: readonly Freeze[],
  now: PlainDay,
): PreparedTimeline {
  const days = [now, ...waves.flatMap(daysOf)].map(dayNumber);
  const first = Math.min(...days);
  const last = Math.max(...days) + 7;
  const scale = dayScale(first, last, 0, 100);
  const inside = freezes.filter((freeze) => dayNumber(freeze.to) >= first && dayNumber(freeze.from) <= last);
  const head = HEAD + (inside.length > 0 ? FREEZE_NAMES : 0);
  return {
    height: head + waves.length * ROW + 30,
    months: monthStarts(first, last)
      .filter((month) => dayNumber(month.on) >= first)
      .map(({ on, name }) => ({ x: scale(on), name }))
      .map(({ x, name }) => ({ x, name: x > 100 - name.length * PER_LETTER ? "" : name })),
    freezes: placeFreezes(inside, scale),
    rows: waves.map((wave, at) => row(wave, head + at * ROW + ROW / 2, scale)),
    nowX: scale(now),
  };
}

function row(wave: TimelineWave, y: number, scale: (day: PlainDay) => number): TimelineRow {
  const { planned, forecast, done, hypercareTo } = wave;
  const end = forecast?.to ?? done?.to ?? planned?.to ?? null;
  const late =
    planned && forecast && forecast.to > planned.to
      ? { from: scale(planned.to), to: scale(forecast.to) }
      : null;
  return {
    wave,
    y,
    planned: bar(planned, scale),
    forecast: bar(forecast, scale),
    done: bar(done, scale),
    hypercare: hypercareTo && end && hypercareTo > end ? { from: scale(end), to: scale(hypercareTo) } : null,
    slip: late,
    gates: wave.gates.map(({ on, passed, name }) => ({ x: scale(on), passed, name })),
  };
}

function bar(span: Span | null | undefined, scale: (day: PlainDay) => number): Bar | null {
  if (!span) return null;
  const x = scale(span.from);
  return { x, width: Math.max(0.4, Math.round((scale(span.to) - x) * 10) / 10) };
}

/** Labels of freezes that would touch stand on two levels in turn. */
function placeFreezes(
  freezes: readonly Freeze[],
  scale: (day: PlainDay) => number,
): PreparedTimeline["freezes"] {
  const sorted = [...freezes].sort((a, b) => a.from.localeCompare(b.from));
  let lowEnds = 0;
  return sorted.map((freeze) => {
    const x = Math.max(0, scale(freeze.from));
    const width = Math.max(0.4, Math.min(100, scale(freeze.to)) - x);
    const half = ((freeze.name.length * 5.8) / 2 / NARROWEST) * 100;
    const middle = x + width / 2;
    const anchor = middle < half ? "start" : middle > 100 - half ? "end" : "middle";
    const labelX = { start: 0, middle, end: 100 }[anchor];
    const begins = labelX - { start: 0, middle: half, end: 2 * half }[anchor];
    const touches = begins < lowEnds + 1;
    if (!touches) lowEnds = begins + 2 * half;
    return { x, width, name: freeze.name, labelX, anchor, labelY: touches ? 34 : 47 };
  });
}

function daysOf(wave: TimelineWave): PlainDay[] {
  const spans = [wave.planned, wave.forecast, wave.done].flatMap((span) =>
    span ? [span.from, span.to] : [],
  );
  return [...spans, ...wave.gates.map((gate) => gate.on), ...(wave.hypercareTo ? [wave.hypercareTo] : [])];
}
