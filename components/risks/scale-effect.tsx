import { Callout } from "@/components/ui/states";
import { counted } from "@/lib/kernel/text";
import type { ScaleEffect } from "@/lib/risks/model/scale";
import { apartOf } from "@/lib/risks/rules/scale-effect";

/** What publishing would do, in numbers of the risks that are open now. */
export function ScaleEffectNote({ effect, version }: { effect: ScaleEffect; version: number }) {
  const apart = apartOf(effect);
  if (apart === 0) {
    return (
      <Callout title={`Nothing is counted apart by scale ${version}`} tone="unk">
        No open risk has a score in the scale in use.
      </Callout>
    );
  }
  return (
    <Callout title={`Scale ${version} sets ${counted(apart, "score")} of open risks apart`} tone="risk">
      <p>
        {effect.current} current, {effect.inherent} inherent and {effect.target} target scores keep their
        numbers and stand in no cell of a heatmap until somebody scores those risks again. Nothing is
        renumbered.
      </p>
      <p>
        {counted(effect.within, "open risk")} within appetite cannot be judged until then; {effect.above}{" "}
        above appetite {effect.above === 1 ? "stays" : "stay"} above.
      </p>
    </Callout>
  );
}
