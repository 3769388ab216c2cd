"use server";
import { refresh } from "next/cache";
import { act } from "@/lib/auth/act";
import type { ActionState } from "@/lib/kernel/action-state";
import { saveView } from "@/lib/views/commands/save-view";
import { removeView, shareView } from "@/lib/views/commands/share-view";
import { formInput } from "../risks/form-input";

export async function saveViewAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { name } = await saveView(call, formInput(saveView, form));
    return done(`The view ${name} was kept.`);
  });
}

export async function shareViewAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { name } = await shareView(call, formInput(shareView, form));
    return done(`The view ${name} was changed.`);
  });
}

export async function removeViewAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { name } = await removeView(call, formInput(removeView, form));
    return done(`The view ${name} was taken away.`);
  });
}

function done(message: string): ActionState {
  refresh();
  return { status: "done", message };
}
