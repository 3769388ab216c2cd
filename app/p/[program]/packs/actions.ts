"use server";
import { redirect } from "next/navigation";
import { act } from "@/lib/auth/act";
import type { ActionState } from "@/lib/kernel/action-state";
import { freezePack } from "@/lib/packs/commands/freeze-pack";

export async function freezePackAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { number } = await freezePack(call, { title: String(form.get("title") ?? "") });
    redirect(`/p/${slug}/packs/${number}`);
  });
}
