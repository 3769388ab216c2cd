import { type Tone, Verdict } from "@/components/ui/status";
import type { Revision, Validity } from "@/lib/evidence/model";
import { formatDate } from "@/lib/kernel/moments";

const TONES: Record<Validity, Tone> = { fresh: "ok", expiring: "risk", expired: "off", open: "unk" };

/** Whether evidence still holds: shape, word and the day. */
export function ValidityWords({ validity, validUntil }: Pick<Revision, "validity" | "validUntil">) {
  return <Verdict tone={TONES[validity]}>{words(validity, validUntil)}</Verdict>;
}

function words(validity: Validity, validUntil: string | null): string {
  if (validUntil === null) return "No end stated";
  const day = formatDate(validUntil);
  if (validity === "expired") return `Expired after ${day}`;
  return validity === "expiring" ? `Expires after ${day}` : `Valid until ${day}`;
}
