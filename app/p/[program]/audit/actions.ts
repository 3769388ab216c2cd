"use server";
import { revalidatePath } from "next/cache";
import { act } from "@/lib/auth/act";
import type { ActionState } from "@/lib/kernel/action-state";
import { counted } from "@/lib/kernel/text";
import { requestCheckpoint } from "@/lib/programs/commands/request-checkpoint";
import { verifyTrail } from "@/lib/programs/commands/verify-trail";

/** Verifies the whole chain and says what was found, with the digest of its head. */
export async function verifyTrailAction(
  slug: string,
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return act(slug, form, async (call) => {
    const { fault, events, head, witnessedTo, checkpointedTo } = await verifyTrail(call);
    revalidatePath(`/p/${slug}/audit`);
    if (fault !== null) return { status: "error", message: `The trail is not intact. ${fault.message}` };
    const witness = witnessedTo === null ? "no witness vouches for it" : `witnessed to event ${witnessedTo}`;
    const signed = checkpointedTo === null ? "nothing signed yet" : `signed to event ${checkpointedTo}`;
    const sentence = `Intact: ${counted(events, "event")}, ${witness}, ${signed}. Hash of the last: ${head?.hash ?? "none"}.`;
    return { status: "done", message: sentence };
  });
}

/** Signs the head of the chain, for the reason given. */
export async function requestCheckpointAction(
  slug: string,
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return act(slug, form, async (call) => {
    const { seq, hash } = await requestCheckpoint(call, { reason: String(form.get("reason") ?? "") });
    revalidatePath(`/p/${slug}/audit`);
    return { status: "done", message: `Event ${seq} is signed. Its hash: ${hash}.` };
  });
}
