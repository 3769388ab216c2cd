"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { act } from "@/lib/auth/act";
import { changeControl } from "@/lib/controls/commands/change-control";
import { createControl } from "@/lib/controls/commands/create-control";
import { linkControl, unlinkControl } from "@/lib/controls/commands/link-control";
import { recordVerification } from "@/lib/controls/commands/record-verification";
import type { ActionState } from "@/lib/kernel/action-state";
import { formInput } from "../risks/form-input";

export async function createControlAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { controlId } = await createControl(call, formInput(createControl, form));
    redirect(`/p/${slug}/controls/${controlId}`);
  });
}

export async function changeControlAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { controlId } = await changeControl(call, formInput(changeControl, form));
    redirect(`/p/${slug}/controls/${controlId}`);
  });
}

export async function recordVerificationAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { outcome } = await recordVerification(call, formInput(recordVerification, form));
    return done(outcome === "holds" ? "Recorded that it holds." : "Recorded that it does not hold.");
  });
}

export async function linkControlAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { title, code } = await linkControl(call, formInput(linkControl, form));
    return done(`“${title}” is linked to ${code}.`);
  });
}

export async function unlinkControlAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { title, code } = await unlinkControl(call, formInput(unlinkControl, form));
    return done(`“${title}” is not linked to ${code} any more.`);
  });
}

function done(message: string): ActionState {
  refresh();
  return { status: "done", message };
}
