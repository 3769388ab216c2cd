import type { WaveForecast, WaveStep } from "@/lib/waves/model/forecast";
import type { WaveSummary } from "@/lib/waves/model/wave";
import type { FreezeMet } from "@/lib/waves/model/window";
import { forecastWave } from "@/lib/waves/rules/forecast";

type Known = {
  steps: readonly WaveStep[];
  /** The freezes that each window meets, by the wave's id. */
  met: ReadonlyMap<string, readonly FreezeMet[]>;
  now: Date;
};

/** The forecast of every wave that has yet to cut over, by its id. */
export function forecastsOf(
  waves: readonly WaveSummary[],
  { steps, met, now }: Known,
): ReadonlyMap<string, WaveForecast> {
  return new Map(
    waves.flatMap((wave) => {
      const freezes = (met.get(wave.waveId) ?? []).filter(({ exception }) => exception === null);
      const forecast = forecastWave(wave, { steps, freezes, now });
      return forecast === null ? [] : [[wave.waveId, forecast] as const];
    }),
  );
}
