"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { act } from "@/lib/auth/act";
import type { ActionState } from "@/lib/kernel/action-state";
import { acknowledgeFallback } from "@/lib/processes/commands/acknowledge-fallback";
import { carryProcess } from "@/lib/processes/commands/carry-process";
import { changeProcess } from "@/lib/processes/commands/change-process";
import { createProcess } from "@/lib/processes/commands/create-process";
import { formInput } from "../risks/form-input";

export async function createProcessAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { processId } = await createProcess(call, formInput(createProcess, form));
    redirect(`/p/${slug}/processes/${processId}/workloads`);
  });
}

/** When the acknowledgement went with the old words, the page it leads to says so. */
export async function changeProcessAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { processId, cleared } = await changeProcess(call, formInput(changeProcess, form));
    redirect(`/p/${slug}/processes/${processId}${cleared ? "?cleared=1" : ""}`);
  });
}

export async function carryProcessAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { processId } = await carryProcess(call, {
      processId: String(form.get("processId")),
      version: String(form.get("version")),
      shownIds: form.getAll("shownIds").map(String),
      workloadIds: form.getAll("workloadIds").map(String),
    });
    redirect(`/p/${slug}/processes/${processId}`);
  });
}

export async function acknowledgeFallbackAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { name } = await acknowledgeFallback(call, formInput(acknowledgeFallback, form));
    refresh();
    return { status: "done", message: `You have acknowledged the fallback of ${name}.` };
  });
}
