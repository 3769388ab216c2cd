import { Duration } from "@/components/ui/moment";
import { Verdict } from "@/components/ui/status";
import type { EffectiveTarget, TargetMinutes } from "@/lib/recovery/model";

const ORIGIN = { own: "own", process: "of a process", tier: "" } as const;

/** The target that counts and where it comes from; a missing one is said, never left empty. `bounds`: what to compare with. */
export function TargetWords({
  target,
  bounds = [],
}: {
  target: EffectiveTarget;
  bounds?: readonly (TargetMinutes | null | undefined)[];
}) {
  if (target === null) return <Verdict tone="unk">No target</Verdict>;
  const looser = bounds.some((bound) => bound != null && target.minutes > bound);
  const words = [ORIGIN[target.from], looser ? "looser" : ""].filter((word) => word !== "");
  return (
    <span className="nw">
      <Duration minutes={target.minutes} />
      {words.length === 0 ? null : <span className="mute p4"> {words.join(", ")}</span>}
    </span>
  );
}
