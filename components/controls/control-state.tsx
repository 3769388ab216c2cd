import { type Tone, Verdict } from "@/components/ui/status";
import { CONTROL_STATE_LABELS } from "@/lib/controls/labels";
import type { ControlState } from "@/lib/controls/model";

const TONES: Record<ControlState, Tone> = {
  failed: "off",
  planned: "unk",
  not_verified: "unk",
  due: "risk",
  verified: "ok",
};

/** How a control stands, in shape and word. Green only while its verification holds. */
export function ControlStateMark({ state }: { state: ControlState }) {
  return <Verdict tone={TONES[state]}>{CONTROL_STATE_LABELS[state]}</Verdict>;
}
