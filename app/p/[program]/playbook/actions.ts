"use server";
import { refresh } from "next/cache";
import { act } from "@/lib/auth/act";
import type { ActionState } from "@/lib/kernel/action-state";
import { startProgram } from "@/lib/playbooks/commands/start-program";
import { formInput } from "../risks/form-input";

export async function startProgramAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { brought, adapted, kept } = await startProgram(call, formInput(startProgram, form));
    refresh();
    const message = `The program is started: ${brought} new, ${adapted} in the place of defaults, ${kept} left alone.`;
    return { status: "done", message, href: `/p/${slug}/waves` };
  });
}
