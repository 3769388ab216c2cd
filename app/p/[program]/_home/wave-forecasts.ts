import { forecastsOf } from "@/components/waves/forecasts";
import { freezesByWave } from "@/components/waves/timeline-freezes";
import type { Actor } from "@/lib/access/model";
import { dateIn } from "@/lib/kernel/time";
import type { WaveForecast } from "@/lib/waves/model/forecast";
import type { WaveSummary } from "@/lib/waves/model/wave";
import { waveCalendars } from "@/lib/waves/queries/wave-calendar";
import { listWaveSteps } from "@/lib/waves/queries/wave-steps";

/** When each wave that has yet to cut over would, by its id. */
export async function waveForecasts(
  actor: Actor,
  waves: readonly WaveSummary[],
  now: Date,
): Promise<ReadonlyMap<string, WaveForecast>> {
  const [steps, calendars] = await Promise.all([listWaveSteps(actor), waveCalendars(actor, waves)]);
  return forecastsOf(waves, { steps, met: freezesByWave(waves, calendars), now });
}

/** The day a late forecast falls on; null where it is as planned or not known. */
export function forecastDay(forecast: WaveForecast | undefined, zone: string): string | null {
  return forecast?.known && forecast.lateDays > 0 ? dateIn(zone, forecast.startAt) : null;
}
