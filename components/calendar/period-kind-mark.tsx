import { type Tone, Verdict } from "@/components/ui/status";
import { PERIOD_KIND_LABELS } from "@/lib/calendar/labels";
import type { PeriodKind } from "@/lib/calendar/model";

const TONES: Record<PeriodKind, Tone> = { freeze: "off", caution: "risk", preferred: "ok" };

/** What a period means for a window: shape and word. */
export function PeriodKindMark({ kind }: { kind: PeriodKind }) {
  return <Verdict tone={TONES[kind]}>{PERIOD_KIND_LABELS[kind]}</Verdict>;
}
