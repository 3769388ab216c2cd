"use server";
import { refresh } from "next/cache";
import { act } from "@/lib/auth/act";
import { changeComment, removeComment } from "@/lib/comments/commands/change-comment";
import { writeComment } from "@/lib/comments/commands/write-comment";
import type { ActionState } from "@/lib/kernel/action-state";
import { formInput } from "../risks/form-input";

export async function writeCommentAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    await writeComment(call, formInput(writeComment, form));
    return done("Your comment was added.");
  });
}

export async function changeCommentAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    await changeComment(call, formInput(changeComment, form));
    return done("Your comment was changed.");
  });
}

export async function removeCommentAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    await removeComment(call, formInput(removeComment, form));
    return done("Your comment was taken back.");
  });
}

function done(message: string): ActionState {
  refresh();
  return { status: "done", message };
}
