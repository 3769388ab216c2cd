"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { act } from "@/lib/auth/act";
import type { ActionState } from "@/lib/kernel/action-state";
import { recordDrill } from "@/lib/recovery/commands/record-drill";
import { removeRecoveryClaim } from "@/lib/recovery/commands/remove-recovery-claim";
import { removeRecoveryTarget } from "@/lib/recovery/commands/remove-recovery-target";
import { setRecoveryClaim } from "@/lib/recovery/commands/set-recovery-claim";
import { setRecoveryComponents } from "@/lib/recovery/commands/set-recovery-components";
import { setRecoveryTarget } from "@/lib/recovery/commands/set-recovery-target";
import { withdrawDrill } from "@/lib/recovery/commands/withdraw-drill";
import { formInput } from "../risks/form-input";
import { nestedInput } from "../workloads/[id]/nested-input";

export async function setTargetAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { workloadId } = await setRecoveryTarget(call, formInput(setRecoveryTarget, form));
    redirect(`/p/${slug}/recovery/${workloadId}`);
  });
}

export async function removeTargetAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { name } = await removeRecoveryTarget(call, formInput(removeRecoveryTarget, form));
    refresh();
    return { status: "done", message: `${name} has no target of its own any more.` };
  });
}

export async function recordDrillAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { workloadId } = await recordDrill(call, formInput(recordDrill, form));
    redirect(`/p/${slug}/recovery/${workloadId}#drills`);
  });
}

export async function withdrawDrillAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { workloadId } = await withdrawDrill(call, formInput(withdrawDrill, form));
    redirect(`/p/${slug}/recovery/${workloadId}#drills`);
  });
}

export async function setClaimAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { workloadId } = await setRecoveryClaim(call, formInput(setRecoveryClaim, form));
    redirect(`/p/${slug}/recovery/${workloadId}#claim`);
  });
}

export async function removeClaimAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { workloadId } = await removeRecoveryClaim(call, formInput(removeRecoveryClaim, form));
    redirect(`/p/${slug}/recovery/${workloadId}#claim`);
  });
}

export async function setComponentsAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { workloadId } = await setRecoveryComponents(call, nestedInput(setRecoveryComponents, form));
    redirect(`/p/${slug}/recovery/${workloadId}#protection`);
  });
}
