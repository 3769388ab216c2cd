import { counted } from "@/lib/kernel/text";
import type { GateRecord, RecordedSignature } from "../model/record";

/** "Jonas Reuter for Helen Brandt", or the signer alone. */
export function signedBy({
  userName,
  onBehalfOf,
}: Pick<RecordedSignature, "userName" | "onBehalfOf">): string {
  return onBehalfOf === null ? userName : `${userName} for ${onBehalfOf}`;
}

/** How the signer was known, in a sentence. */
export function provenWords({
  provenBy,
  backfilled,
}: Pick<RecordedSignature, "provenBy" | "backfilled">): string {
  if (backfilled) return "Brought in later; it counts for a closed attempt only.";
  if (provenBy === "password") return "The password was given again within five minutes before.";
  if (provenBy === "demo") return "A session of the demo, which asks for no password.";
  return "Signed by a command of this installation, not by a browser.";
}

/** Whether a signature counts at this moment, in a sentence. */
export function countsWords(signature: RecordedSignature, digest: string): string {
  if (signature.superseded) return "A later decision of the same seat has taken its place.";
  if (signature.decision === "decline") return "The decline stands.";
  if (signature.digest === digest) return "It holds: what was signed is what is.";
  return `It does not count now: ${counted(signature.changes.length, "fact")} it rested on ${signature.changes.length === 1 ? "has" : "have"} changed since.`;
}

/** Why the gate holds or does not, at this moment. */
export function standingWords({ judged }: Pick<GateRecord, "judged">): string {
  if (!judged.holds) return judged.reasons.join(" ");
  return "Every criterion is met or waived, and the signatures are complete and rest on the facts as they are.";
}
