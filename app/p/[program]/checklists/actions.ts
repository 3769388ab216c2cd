"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { act } from "@/lib/auth/act";
import { adoptTemplate, beginDraft } from "@/lib/cutover/commands/begin-template";
import {
  discardDraft,
  publishTemplate,
  removeTemplateItem,
  saveTemplateItem,
} from "@/lib/cutover/commands/change-template";
import { readItemFacts } from "@/lib/cutover/rules/read-forms";
import type { ActionState } from "@/lib/kernel/action-state";
import { textOf, textsOf } from "@/lib/waves/rules/read-forms";
import { formInput } from "../risks/form-input";

export async function adoptTemplateAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { number } = await adoptTemplate(call, formInput(adoptTemplate, form));
    refresh();
    return { status: "done", message: `The built-in list is version ${number} now.` };
  });
}

export async function beginDraftAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { number } = await beginDraft(call, formInput(beginDraft, form));
    refresh();
    return { status: "done", message: `Version ${number} is begun. Nothing counts before it is published.` };
  });
}

export async function publishTemplateAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { number } = await publishTemplate(call, formInput(publishTemplate, form));
    refresh();
    return { status: "done", message: `Version ${number} counts from now on.` };
  });
}

export async function discardDraftAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    await discardDraft(call, formInput(discardDraft, form));
    refresh();
    return { status: "done", message: "The draft is gone." };
  });
}

/** `back` is the address of the template. */
export async function saveTemplateItemAction(
  { slug, back }: { slug: string; back: string },
  _before: ActionState,
  form: FormData,
) {
  return act(slug, form, async (call) => {
    const key = textOf(form, "key");
    await saveTemplateItem(call, {
      ...readItemFacts(form),
      templateId: textOf(form, "templateId"),
      version: textOf(form, "version"),
      key: key === "" ? undefined : key,
      after: textsOf(form, "after"),
      position: textOf(form, "position"),
    });
    redirect(back);
  });
}

export async function removeTemplateItemAction(
  { slug, back }: { slug: string; back: string },
  _before: ActionState,
  form: FormData,
) {
  return act(slug, form, async (call) => {
    await removeTemplateItem(call, formInput(removeTemplateItem, form));
    redirect(back);
  });
}
