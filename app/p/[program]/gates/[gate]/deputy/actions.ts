"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { act } from "@/lib/auth/act";
import { proveAgain } from "@/lib/auth/prove-again";
import { lendSeat, takeSeatBack } from "@/lib/gates/commands/lend-seat";
import { readLending, textOf } from "@/lib/gates/rules/read-forms";
import type { ActionState } from "@/lib/kernel/action-state";

type Place = { slug: string; gateId: string };

export async function lendSeatAction(
  { slug, gateId }: Place,
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return act(slug, form, async (call) => {
    const lending = readLending(form, call.actor.zone);
    await proveAgain(form);
    await lendSeat(call, lending);
    revalidatePath(`/p/${slug}`, "layout");
    redirect(`/p/${slug}/gates/${gateId}/deputy`);
  });
}

export async function takeSeatBackAction(
  { slug, gateId }: Place,
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return act(slug, form, async (call) => {
    await takeSeatBack(call, {
      delegationId: textOf(form, "delegationId"),
      reason: textOf(form, "reason"),
    });
    revalidatePath(`/p/${slug}`, "layout");
    redirect(`/p/${slug}/gates/${gateId}/deputy`);
  });
}
