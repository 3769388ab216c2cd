"use server";
import { refresh } from "next/cache";
import { act } from "@/lib/auth/act";
import type { ActionState } from "@/lib/kernel/action-state";
import { changeTrust } from "@/lib/questions/commands/change-trust";
import { formInput } from "../risks/form-input";

export async function changeTrustAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    await changeTrust(call, formInput(changeTrust, form));
    refresh();
    return { status: "done", message: "The trust was changed. It rules what later imports say anew." };
  });
}
