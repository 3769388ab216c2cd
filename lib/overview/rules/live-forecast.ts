import { dateIn } from "@/lib/kernel/time";
import type { WaveForecast } from "@/lib/waves/model/forecast";
import type { LiveForecast } from "../model";

/** A wave as far as the forecast asks. `forecast` null: it is live, over or cancelled. */
export type ForecastWave = {
  number: number;
  name: string;
  workloads: number;
  windowStartAt: Date | null;
  forecast: WaveForecast | null;
};

/**
 * When everything that is in a wave is live: the last of the waves' own forecasts. Where one of them is not known, neither is
 * the finish.
 */
export function liveForecast(waves: readonly ForecastWave[], zone: string): LiveForecast {
  if (waves.every(({ workloads }) => workloads === 0))
    return { kind: "unknown", why: "no workload is in a wave yet" };
  const ahead = aheadOf(waves);
  const [last] = ahead.flatMap(({ forecast }) => (forecast?.known ? [forecast.endAt] : [])).sort(newestFirst);
  const blind = ahead.find(({ forecast }) => forecast?.known === false);
  if (blind?.forecast) {
    return { kind: "unknown", why: `of wave ${blind.number}, ${blind.name}, ${blind.forecast.how}` };
  }
  return last === undefined ? { kind: "done" } : { kind: "known", finishOn: dateIn(zone, last) };
}

/**
 * How many workloads the forecasts have live at an instant ahead. Null from where nobody knows: from the window of the first
 * wave whose forecast is not known, and after the last known one while another is not.
 */
export function forecastAt(waves: readonly ForecastWave[], live: number, at: Date): number | null {
  const ahead = aheadOf(waves);
  const known = ahead.flatMap(({ forecast, workloads }) =>
    forecast?.known ? [{ endAt: forecast.endAt, workloads }] : [],
  );
  const blind = ahead.filter(({ forecast }) => forecast?.known === false);
  if (blind.some(({ windowStartAt }) => windowStartAt !== null && windowStartAt <= at)) return null;
  if (blind.length > 0 && known.every(({ endAt }) => endAt <= at)) return null;
  return known.filter(({ endAt }) => endAt <= at).reduce((sum, { workloads }) => sum + workloads, live);
}

function aheadOf(waves: readonly ForecastWave[]): ForecastWave[] {
  return waves.filter(({ forecast, workloads }) => forecast !== null && workloads > 0);
}

function newestFirst(one: Date, other: Date): number {
  return other.getTime() - one.getTime();
}
