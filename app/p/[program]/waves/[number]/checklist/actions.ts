"use server";
import { refresh, revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { act } from "@/lib/auth/act";
import { addChecklistItem, addChecklistItems } from "@/lib/cutover/commands/add-checklist-items";
import { applyTemplate } from "@/lib/cutover/commands/apply-template";
import { adoptTemplate } from "@/lib/cutover/commands/begin-template";
import { changeChecklistItem } from "@/lib/cutover/commands/change-checklist-item";
import { removeChecklistItem } from "@/lib/cutover/commands/remove-checklist-item";
import { settleChecklistItem } from "@/lib/cutover/commands/settle-checklist-item";
import { CHECKLIST_STATES } from "@/lib/cutover/model";
import { readItemFacts } from "@/lib/cutover/rules/read-forms";
import { type ActionState, IDLE } from "@/lib/kernel/action-state";
import { textOf, textsOf } from "@/lib/waves/rules/read-forms";

import { formInput } from "../../../risks/form-input";

type Place = { slug: string; number: number };

export async function addItemAction(place: Place, _before: ActionState, form: FormData) {
  return act(place.slug, form, async (call) => {
    await addChecklistItem(call, { waveId: textOf(form, "waveId"), ...facts(form) });
    return shown(place);
  });
}

export async function addTemplateAction(place: Place, _before: ActionState, form: FormData) {
  return act(place.slug, form, async (call) => {
    const template = textOf(form, "template") === "earlier-attempt" ? "earlier-attempt" : "standard";
    await addChecklistItems(call, { waveId: textOf(form, "waveId"), template });
    return shown(place);
  });
}

export async function applyTemplateAction(place: Place, _before: ActionState, form: FormData) {
  return act(place.slug, form, async (call) => {
    const [waveId, templateId] = [textOf(form, "waveId"), textOf(form, "templateId")];
    await applyTemplate(call, { waveId, templateId, keys: textsOf(form, "keys") });
    return shown(place);
  });
}

/** Makes the built-in list the program's own for the kind of this wave, and stays: what would come is shown next. */
export async function adoptHereAction(place: Place, _before: ActionState, form: FormData) {
  return act(place.slug, form, async (call) => {
    await adoptTemplate(call, formInput(adoptTemplate, form));
    refresh();
    return { status: "done", message: "The program has its checklist. Choose what comes." };
  });
}

export async function changeItemAction(place: Place, _before: ActionState, form: FormData) {
  return act(place.slug, form, async (call) => {
    const [position, afterIds] = [textOf(form, "position"), textsOf(form, "afterIds")];
    await changeChecklistItem(call, { ...row(form), ...facts(form), afterIds, position });
    return shown(place);
  });
}

export async function settleItemAction(place: Place, _before: ActionState, form: FormData) {
  return act(place.slug, form, async (call) => {
    const state = CHECKLIST_STATES.find((one) => one === textOf(form, "state")) ?? "open";
    await settleChecklistItem(call, { ...row(form), state, reason: textOf(form, "reason") });
    return shown(place);
  });
}

/** The same from a row of the list, which stays where it is: only what is shown is told anew. */
export async function settleHereAction(place: Place, _before: ActionState, form: FormData) {
  return act(place.slug, form, async (call) => {
    await settleChecklistItem(call, { ...row(form), state: "done", reason: "" });
    revalidatePath(`/p/${place.slug}`, "layout");
    return IDLE;
  });
}

export async function removeItemAction(place: Place, _before: ActionState, form: FormData) {
  return act(place.slug, form, async (call) => {
    await removeChecklistItem(call, row(form));
    return shown(place);
  });
}

function row(form: FormData) {
  return { itemId: textOf(form, "itemId"), version: textOf(form, "version") };
}

function facts(form: FormData) {
  return {
    ...readItemFacts(form),
    ownerId: textOf(form, "ownerId"),
    dueLocal: textOf(form, "dueLocal"),
  };
}

function shown({ slug, number }: Place): never {
  revalidatePath(`/p/${slug}`, "layout");
  redirect(`/p/${slug}/waves/${number}?tab=checklist`);
}
