import type { WaveState } from "./states";

/** One step of one wave, for what is told of all of them together. */
export type WaveStep = { waveId: string; from: WaveState; to: WaveState; at: Date };

/** When a wave would cut over, or that it cannot be known; `how` says in words what it rests on. */
export type WaveForecast =
  | { known: true; startAt: Date; endAt: Date; lateDays: number; how: string }
  | { known: false; how: string };

/** The instants of a wave that a timeline draws; null has not happened or is not known. */
export type WaveDates = {
  preparingAt: Date | null;
  hypercareAt: Date | null;
  closedAt: Date | null;
  gateClosesAt: Date | null;
};
