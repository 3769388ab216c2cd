import type { HealthLevel, WaveSummary } from "@/lib/waves/model/wave";
import type { ProgramHealth } from "../model";

const WORST_FIRST: readonly HealthLevel[] = ["off_track", "unknown", "at_risk", "on_track"];

/**
 * The program is as healthy as its worst wave that is under way or next. A wave that is planned and lies beyond the next
 * one does not hide what is off track: off track stands before unknown, unknown before at risk.
 */
export function programHealth(waves: readonly WaveSummary[]): ProgramHealth {
  for (const level of WORST_FIRST) {
    const wave = waves.find((one) => one.health?.level === level);
    if (wave?.health) return { level, wave, reason: wave.health.reason };
  }
  return null;
}

/** The wave whose window comes next; null when none lies ahead. */
export function nextCutover(waves: readonly WaveSummary[], now: Date): WaveSummary | null {
  const ahead = waves.filter(
    (wave) =>
      wave.window !== null &&
      wave.window.endAt > now &&
      ["planned", "preparing", "rehearsing", "ready", "cutting_over"].includes(wave.state),
  );
  return ahead.reduce<WaveSummary | null>(
    (next, wave) => (startOf(wave) < startOf(next) ? wave : next),
    null,
  );
}

function startOf(wave: WaveSummary | null): number {
  return wave?.window?.startAt.getTime() ?? Number.POSITIVE_INFINITY;
}
