import { type Tone, Verdict } from "@/components/ui/status";
import { PERIOD_KIND_LABELS } from "@/lib/calendar/labels";
import type { PeriodKind } from "@/lib/calendar/model";
import { type Overruling, overrulingWords } from "@/lib/calendar/rules/overruled";

const TONES: Record<PeriodKind, Tone> = { freeze: "off", caution: "risk", preferred: "ok" };

/** What a period means for a window: shape and word. A preferred time that a freeze overrules is not shown as preferred. */
export function PeriodKindMark({ kind, overruled }: { kind: PeriodKind; overruled?: Overruling | null }) {
  if (overruled) return <OverruledMark overruled={overruled} />;
  return <Verdict tone={TONES[kind]}>{PERIOD_KIND_LABELS[kind]}</Verdict>;
}

/** Says which freeze overrules a preferred time; nothing where none does. */
export function OverruledMark({ overruled }: { overruled: Overruling | null }) {
  if (overruled === null) return null;
  const { word, by } = overrulingWords(overruled);
  return (
    <>
      <Verdict tone={overruled.whole ? "off" : "risk"}>
        {PERIOD_KIND_LABELS.preferred}, {word}
      </Verdict>
      <span className="sub">{by}</span>
    </>
  );
}
