import { Duration } from "@/components/ui/moment";
import { Verdict } from "@/components/ui/status";
import type { EffectiveTarget, TargetMinutes } from "@/lib/recovery/model";

/** The target that counts and where it comes from; a missing one is said, never left empty. `tier`: what its tier states, to compare. */
export function TargetWords({
  target,
  tier = null,
}: {
  target: EffectiveTarget;
  tier?: TargetMinutes | null;
}) {
  if (target === null) return <Verdict tone="unk">No target</Verdict>;
  return (
    <span className="nw">
      <Duration minutes={target.minutes} />
      {target.from === "own" ? (
        <span className="mute"> own{tier !== null && target.minutes > tier ? ", looser" : ""}</span>
      ) : null}
    </span>
  );
}
