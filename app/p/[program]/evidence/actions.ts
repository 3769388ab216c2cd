"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { act } from "@/lib/auth/act";
import { addLink } from "@/lib/evidence/commands/add-evidence";
import { attachEvidence } from "@/lib/evidence/commands/attach-evidence";
import { detachEvidence } from "@/lib/evidence/commands/detach-evidence";
import { renameEvidence } from "@/lib/evidence/commands/rename-evidence";
import { reviseByLink } from "@/lib/evidence/commands/revise-evidence";
import { placeAfter } from "@/lib/evidence/rules/place-after";
import type { ActionState } from "@/lib/kernel/action-state";
import { formInput } from "../risks/form-input";

export async function addLinkAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    redirect(placeAfter(slug, await addLink(call, formInput(addLink, form))));
  });
}

export async function reviseByLinkAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { number } = await reviseByLink(call, formInput(reviseByLink, form));
    return done(`Revision ${number} was added. The earlier ones stay.`);
  });
}

export async function renameEvidenceAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    await renameEvidence(call, formInput(renameEvidence, form));
    return done("The title was changed.");
  });
}

export async function attachEvidenceAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    await attachEvidence(call, formInput(attachEvidence, form));
    return done("The evidence was attached.");
  });
}

export async function detachEvidenceAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    await detachEvidence(call, formInput(detachEvidence, form));
    return done("The evidence was taken off.");
  });
}

function done(message: string): ActionState {
  refresh();
  return { status: "done", message };
}
