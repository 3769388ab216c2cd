"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { act } from "@/lib/auth/act";
import type { ActionState } from "@/lib/kernel/action-state";
import { removeRecoveryTarget } from "@/lib/recovery/commands/remove-recovery-target";
import { setRecoveryTarget } from "@/lib/recovery/commands/set-recovery-target";
import { formInput } from "../risks/form-input";

export async function setTargetAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    await setRecoveryTarget(call, formInput(setRecoveryTarget, form));
    redirect(`/p/${slug}/recovery`);
  });
}

export async function removeTargetAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { name } = await removeRecoveryTarget(call, formInput(removeRecoveryTarget, form));
    refresh();
    return { status: "done", message: `${name} has no target of its own any more.` };
  });
}
