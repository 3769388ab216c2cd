import type { TimelineWave } from "@/components/charts/prepare-wave-timeline";
import { waveShape } from "@/components/waves/wave-status";
import { dateIn } from "@/lib/kernel/time";
import { WAVE_STATE_LABELS } from "@/lib/waves/labels";
import type { WaveDates, WaveSummary } from "@/lib/waves/model";

const PAST_GATE = new Set(["cutting_over", "hypercare", "closed"]);

/** Waves as the timeline draws them: planned to the end of the window, done as far as it came, gates by their date. */
export function timelineWaves(
  waves: readonly WaveSummary[],
  dates: ReadonlyMap<string, WaveDates>,
  { base, zone, now }: { base: string; zone: string; now: Date },
): TimelineWave[] {
  const day = (at: Date) => dateIn(zone, at);
  return waves.map((wave) => {
    const known = dates.get(wave.waveId);
    const { window } = wave;
    const from = known?.preparingAt ?? null;
    const doneTo = known?.hypercareAt ?? known?.closedAt ?? now;
    return {
      number: wave.number,
      name: wave.name,
      href: `${base}/${wave.number}`,
      status: waveShape(wave),
      note: noteOf(wave),
      planned:
        window === null
          ? null
          : {
              from: day(from !== null && from < window.startAt ? from : window.startAt),
              to: day(window.endAt),
            },
      done: from === null || wave.state === "cancelled" ? null : { from: day(from), to: day(doneTo) },
      hypercareTo: known?.hypercareAt ? day(known.closedAt ?? now) : null,
      gates: known?.gateClosesAt
        ? [{ on: day(known.gateClosesAt), passed: PAST_GATE.has(wave.state), name: "Go/no-go" }]
        : [],
    };
  });
}

function noteOf(wave: WaveSummary): string {
  const state = WAVE_STATE_LABELS[wave.state];
  if (wave.window === null) return wave.state === "cancelled" ? state : `${state}, no window yet`;
  return wave.attempt > 1 ? `${state}, attempt ${wave.attempt}` : state;
}
