import { Duration } from "@/components/ui/moment";
import { Verdict } from "@/components/ui/status";
import type { EffectiveTarget } from "@/lib/recovery/model";

/** The target that counts and where it comes from; a missing one is said, never left empty. */
export function TargetWords({ target }: { target: EffectiveTarget }) {
  if (target === null) return <Verdict tone="unk">No target</Verdict>;
  return (
    <span className="nw">
      <Duration minutes={target.minutes} />
      {target.from === "own" ? <span className="mute"> own</span> : null}
    </span>
  );
}
