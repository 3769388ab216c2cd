import type { Health, Lifecycle } from "@/components/ui/status";
import type { WaveState } from "@/lib/waves/model/states";
import type { HealthLevel } from "@/lib/waves/model/wave";

const HEALTH: Record<HealthLevel, Health> = {
  on_track: "on-track",
  at_risk: "at-risk",
  off_track: "off-track",
  unknown: "unknown",
};

const LIFECYCLE: Record<WaveState, Lifecycle> = {
  planned: "not-started",
  preparing: "in-progress",
  rehearsing: "in-progress",
  ready: "in-progress",
  cutting_over: "in-progress",
  hypercare: "in-progress",
  closed: "complete",
  rolled_back: "blocked",
  cancelled: "cancelled",
};

/** The shape word of a health level. */
export function healthShape(level: HealthLevel): Health {
  return HEALTH[level];
}

/** The lifecycle square of a wave's state. */
export function lifecycleShape(state: WaveState): Lifecycle {
  return LIFECYCLE[state];
}

/** The one shape that stands for a wave on a line: its health while that applies, else its lifecycle. */
export function waveShape(wave: {
  state: WaveState;
  health: { level: HealthLevel } | null;
}): Health | Lifecycle {
  if (wave.state === "closed" || wave.state === "cancelled" || wave.health === null)
    return LIFECYCLE[wave.state];
  return HEALTH[wave.health.level];
}
