import type { ProofFieldProps } from "@/components/gates/proof-field";
import type { Actor } from "@/lib/access/model";
import { stepUpStanding } from "@/lib/auth/queries/step-up-standing";
import { formatClock } from "@/lib/kernel/moments";

/** What the reader's session asks before it signs, in the reader's time. */
export async function proofFor(actor: Actor): Promise<ProofFieldProps> {
  const { asks, freshUntil } = await stepUpStanding(actor);
  return { asks, freshUntil: freshUntil === null ? null : formatClock(freshUntil, actor.zone) };
}
