"use server";
import { revalidatePath } from "next/cache";
import { act } from "@/lib/auth/act";
import { markRead } from "@/lib/inbox/commands/mark-read";
import { sendAgain } from "@/lib/inbox/commands/send-again";
import { setMailPreferences } from "@/lib/inbox/commands/set-mail-preferences";
import { CHANGED_TYPES } from "@/lib/inbox/model";
import { wakeWorker } from "@/lib/jobs/worker";
import type { ActionState } from "@/lib/kernel/action-state";
import { formInput } from "../risks/form-input";

/** One subject when the form names one, else everything up to what was shown. */
export async function markReadAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async ({ actor }): Promise<ActionState> => {
    const type = CHANGED_TYPES.find((one) => one === form.get("subjectType"));
    const upTo = String(form.get("upTo"));
    const subject = type === undefined ? undefined : { type, id: String(form.get("subjectId")) };
    await markRead({ actor, now: new Date() }, { upTo, subject });
    revalidatePath(`/p/${slug}/inbox`);
    return { status: "done", message: subject === undefined ? "Everything is marked read." : "Marked read." };
  });
}

export async function setMailPreferencesAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call): Promise<ActionState> => {
    await setMailPreferences(call, formInput(setMailPreferences, form));
    revalidatePath(`/p/${slug}/inbox/settings`);
    return { status: "done", message: "Your choice counts from now on." };
  });
}

export async function sendAgainAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call): Promise<ActionState> => {
    await sendAgain(call, formInput(sendAgain, form));
    wakeWorker("mail");
    revalidatePath(`/p/${slug}/inbox/settings`);
    return { status: "done", message: "It is tried again now." };
  });
}
