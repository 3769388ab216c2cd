import { type Tone, Verdict } from "@/components/ui/status";
import { JUDGEMENT_LABELS } from "@/lib/recovery/labels";
import type { Judgement } from "@/lib/recovery/model";

const TONES: Record<Judgement, Tone> = {
  missed: "off",
  never_tested: "unk",
  unknown: "unk",
  stale: "risk",
  met: "ok",
};

/** Shape and word of a judgement. */
export function JudgementMark({ judgement }: { judgement: Judgement }) {
  return <Verdict tone={TONES[judgement]}>{JUDGEMENT_LABELS[judgement]}</Verdict>;
}
