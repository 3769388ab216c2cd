import type { TimelineWave } from "@/components/charts/prepare-wave-timeline";
import { healthWord } from "@/components/ui/status";
import { healthShape, waveShape } from "@/components/waves/wave-status";
import { counted } from "@/lib/kernel/text";
import { dateIn } from "@/lib/kernel/time";
import { WAVE_STATE_LABELS } from "@/lib/waves/labels";
import type { WaveDates, WaveForecast } from "@/lib/waves/model/forecast";
import type { WaveSummary } from "@/lib/waves/model/wave";

const PAST_GATE = new Set(["cutting_over", "hypercare", "closed"]);

type Looks = {
  base: string;
  zone: string;
  now: Date;
  /** By the wave's id; a wave that has none, or an unknown one, gets no bar. */
  forecasts: ReadonlyMap<string, WaveForecast>;
};

/** Waves as the timeline draws them: planned to the end of the window, done as far as it came, gates by their date. */
export function timelineWaves(
  waves: readonly WaveSummary[],
  dates: ReadonlyMap<string, WaveDates>,
  { base, zone, now, forecasts }: Looks,
): TimelineWave[] {
  const day = (at: Date) => dateIn(zone, at);
  return waves.map((wave) => {
    const known = dates.get(wave.waveId);
    const { window } = wave;
    const from = known?.preparingAt ?? null;
    const forecast = forecasts.get(wave.waveId);
    const doneTo = known?.hypercareAt ?? known?.closedAt ?? now;
    return {
      number: wave.number,
      name: wave.name,
      href: `${base}/${wave.number}`,
      status: waveShape(wave),
      note: noteOf(wave, forecast),
      planned:
        window === null
          ? null
          : {
              from: day(from !== null && from < window.startAt ? from : window.startAt),
              to: day(window.endAt),
            },
      forecast:
        forecast?.known === true
          ? {
              from: day(from !== null && from < forecast.startAt ? from : forecast.startAt),
              to: day(forecast.endAt),
            }
          : null,
      done: from === null || wave.state === "cancelled" ? null : { from: day(from), to: day(doneTo) },
      hypercareTo: known?.hypercareAt ? day(known.closedAt ?? now) : null,
      gates: known?.gateClosesAt
        ? [{ on: day(known.gateClosesAt), passed: PAST_GATE.has(wave.state), name: "Go/no-go" }]
        : [],
    };
  });
}

/** The word of the shape beside it, and what most needs saying. */
function noteOf(wave: WaveSummary, forecast: WaveForecast | undefined): string {
  const word = wordOf(wave);
  if (forecast?.known === true && forecast.lateDays > 0)
    return `${word}, ${counted(forecast.lateDays, "day")} late`;
  if (wave.window === null) return wave.state === "cancelled" ? word : `${word}, no window yet`;
  if (forecast?.known === false) return `${word}, no forecast`;
  return wave.attempt > 1 ? `${word}, attempt ${wave.attempt}` : word;
}

function wordOf({ state, health }: WaveSummary): string {
  if (state === "closed" || state === "cancelled" || health === null) return WAVE_STATE_LABELS[state];
  return healthWord(healthShape(health.level));
}
