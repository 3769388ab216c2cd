import { Verdict } from "@/components/ui/status";
import { FALLBACK_LABELS } from "@/lib/processes/labels";
import type { FallbackStanding } from "@/lib/processes/model";

const TONES = { none: "unk", not_acknowledged: "risk", acknowledged: "ok" } as const;

/** How a fallback stands, with its shape. */
export function FallbackWords({ standing }: { standing: FallbackStanding }) {
  return (
    <Verdict tone={TONES[standing]} wrap>
      {FALLBACK_LABELS[standing]}
    </Verdict>
  );
}
