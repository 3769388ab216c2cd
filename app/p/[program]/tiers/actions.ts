"use server";
import { refresh } from "next/cache";
import { act } from "@/lib/auth/act";
import type { ActionState } from "@/lib/kernel/action-state";
import { saveTier } from "@/lib/workloads/commands/save-tier";
import { formInput } from "../risks/form-input";

export async function saveTierAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    await saveTier(call, formInput(saveTier, form));
    refresh();
    return { status: "done", message: "The tier was saved." };
  });
}
