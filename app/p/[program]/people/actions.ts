"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { act } from "@/lib/auth/act";
import type { ActionState } from "@/lib/kernel/action-state";
import { addPerson } from "@/lib/programs/commands/add-person";
import { changePerson } from "@/lib/programs/commands/change-person";
import { mergePeople } from "@/lib/programs/commands/merge-people";
import { formInput } from "../risks/form-input";

export async function addPersonAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const email = String(form.get("email") ?? "").trim();
    const { personId } = await addPerson(call, {
      name: String(form.get("name") ?? ""),
      email: email === "" ? null : email,
    });
    redirect(`/p/${slug}/people/${personId}`);
  });
}

export async function changePersonAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    await changePerson(call, formInput(changePerson, form));
    refresh();
    return { status: "done", message: "The person was changed." };
  });
}

export async function mergePeopleAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { personId } = await mergePeople(call, formInput(mergePeople, form));
    redirect(`/p/${slug}/people/${personId}`);
  });
}
