import type { WaveState } from "./states";
import type { WaveWindow } from "./window";

export type SplitPlanWave = {
  id: string;
  number: number;
  name: string;
  state: WaveState;
  window: WaveWindow | null;
};

export type SplitEnd = { id: string; name: string; waveId: string | null };

/** A link whose ends are not in the same wave. */
export type SplitLink = {
  id: string;
  kind: string | null;
  hardness: "hard" | "soft" | null;
  dependent: SplitEnd;
  needed: SplitEnd;
};

/** How long a link leads from the new place to the old; `until` null: for good, `days` null: unknown, or for good. */
export type SplitSpan = {
  link: SplitLink;
  from: SplitPlanWave;
  until: SplitPlanWave | null;
  days: number | null;
};

/** What is split right after a wave. */
export type SplitStep = {
  wave: SplitPlanWave;
  across: readonly SplitSpan[];
  synchronous: number;
  kindUnknown: number;
  forGood: number;
};
