"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { act } from "@/lib/auth/act";
import type { ActionState } from "@/lib/kernel/action-state";
import { changeRemediation } from "@/lib/profiles/commands/change-remediation";
import { formInput } from "../risks/form-input";

export async function changeRemediationAction(
  slug: string,
  remediationId: string,
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return act(slug, form, async (call) => {
    await changeRemediation(call, { ...formInput(changeRemediation, form), remediationId });
    refresh();
    redirect(`/p/${slug}/remediation/${remediationId}`);
  });
}
