import { type Tone, Verdict } from "@/components/ui/status";
import { PROTECTION_VERDICT_LABELS } from "@/lib/recovery/labels";
import type { ProtectionVerdict } from "@/lib/recovery/model";

/** What a design says is never green: only a drill proves anything. */
const TONES: Record<Exclude<ProtectionVerdict, "by_design" | "not_there">, Tone> = {
  cannot_hold: "off",
  exposed: "risk",
  unrecorded: "unk",
  unknown: "unk",
};

/** Shape and word of a verdict on a design; words alone where there is nothing to warn of. */
export function ProtectionMark({ verdict }: { verdict: ProtectionVerdict }) {
  const word = PROTECTION_VERDICT_LABELS[verdict];
  if (verdict === "by_design" || verdict === "not_there") return <span className="soft">{word}</span>;
  return <Verdict tone={TONES[verdict]}>{word}</Verdict>;
}
