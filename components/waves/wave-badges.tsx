import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import { healthShape, lifecycleShape } from "@/components/waves/wave-status";
import { WAVE_STATE_LABELS } from "@/lib/waves/labels";
import type { WaveState } from "@/lib/waves/model/states";
import type { WaveHealth } from "@/lib/waves/model/wave";

/** The lifecycle square with the state's own word, and the attempt where it is not the first. */
export function StateBadge({ state, attempt = 1 }: { state: WaveState; attempt?: number }) {
  const word = WAVE_STATE_LABELS[state];
  return (
    <Status lifecycle={lifecycleShape(state)} word={attempt > 1 ? `${word}, attempt ${attempt}` : word} />
  );
}

/** Health with its reason as a link; what no longer has health shows its state. */
export function HealthBadge({
  health,
  base,
  bare,
}: {
  health: WaveHealth | null;
  /** The wave's address. */
  base: string;
  /** Without the reason. */
  bare?: boolean;
}) {
  if (health === null) return null;
  const status = <Status health={healthShape(health.level)} />;
  if (bare) return status;
  if (health.level === "on_track") return status;
  return (
    <>
      {status}{" "}
      <span style={{ marginLeft: 4 }}>
        because <Link href={`${base}${health.href}`}>{health.reason}</Link>
      </span>
    </>
  );
}
