"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { act } from "@/lib/auth/act";
import { addPeriod } from "@/lib/calendar/commands/add-period";
import { changePeriod } from "@/lib/calendar/commands/change-period";
import { endPeriod } from "@/lib/calendar/commands/end-period";
import { makeFeed } from "@/lib/calendar/commands/make-feed";
import { revokeFeed } from "@/lib/calendar/commands/revoke-feed";
import type { ActionState } from "@/lib/kernel/action-state";
import { formInput } from "../risks/form-input";

export async function addPeriodAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { periodId } = await addPeriod(call, formInput(addPeriod, form));
    redirect(`/p/${slug}/calendar/${periodId}`);
  });
}

export async function changePeriodAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { periodId } = await changePeriod(call, formInput(changePeriod, form));
    redirect(`/p/${slug}/calendar/${periodId}`);
  });
}

export async function endPeriodAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { periodId } = await endPeriod(call, formInput(endPeriod, form));
    redirect(`/p/${slug}/calendar/${periodId}`);
  });
}

/** The address is shown in the answer and nowhere else. */
export async function makeFeedAction(
  slug: string,
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return act(slug, form, async (call) => {
    const { token } = await makeFeed(call, {});
    const asked = await headers();
    const address = new URL(asked.get("origin") ?? `http://${asked.get("host")}`);
    const message = `Your address, shown this once: ${address.origin}/api/calendar/${token}.ics`;
    return { status: "done", message };
  });
}

export async function revokeFeedAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    await revokeFeed(call, {});
    return { status: "done", message: "Your calendar address answers nobody any more." };
  });
}
