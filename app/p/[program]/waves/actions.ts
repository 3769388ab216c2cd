"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { act } from "@/lib/auth/act";
import { transitionWave } from "@/lib/gates/commands/transition-wave";
import type { ActionState } from "@/lib/kernel/action-state";
import { addWorkloadsToWave } from "@/lib/waves/commands/add-workloads-to-wave";
import { changeWave } from "@/lib/waves/commands/change-wave";
import { createWave } from "@/lib/waves/commands/create-wave";
import { grantFreezeException } from "@/lib/waves/commands/grant-freeze-exception";
import { grantWindowException } from "@/lib/waves/commands/grant-window-exception";
import { removeWorkloadsFromWave } from "@/lib/waves/commands/remove-workloads-from-wave";
import { setWaveWindow } from "@/lib/waves/commands/set-wave-window";
import { WAVE_STATES } from "@/lib/waves/model";
import { readWaveFacts, textOf, textsOf } from "@/lib/waves/rules/read-forms";

export async function createWaveAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { number } = await createWave(call, readWaveFacts(form));
    return shown(slug, number);
  });
}

export async function changeWaveAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { number } = await changeWave(call, { ...row(form), ...readWaveFacts(form) });
    return shown(slug, number);
  });
}

export async function setWindowAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { number } = await setWaveWindow(call, {
      ...row(form),
      startLocal: textOf(form, "startLocal"),
      endLocal: textOf(form, "endLocal"),
      zone: textOf(form, "zone"),
      fold: textOf(form, "fold"),
      endFold: textOf(form, "endFold"),
    });
    return shown(slug, number);
  });
}

export async function grantExceptionAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { number } = await grantWindowException(call, { ...row(form), reason: textOf(form, "reason") });
    return shown(slug, number);
  });
}

export async function grantFreezeExceptionAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const said = { freeze: textOf(form, "freeze"), reason: textOf(form, "reason") };
    const { number } = await grantFreezeException(call, { ...row(form), ...said });
    return shown(slug, number);
  });
}

export async function moveWaveAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const to = WAVE_STATES.find((state) => state === textOf(form, "to")) ?? "planned";
    const { number } = await transitionWave(call, { ...row(form), to, reason: textOf(form, "reason") });
    return shown(slug, number, "history");
  });
}

type Place = { slug: string; number: number };

export async function addWorkloadsAction({ slug, number }: Place, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    await addWorkloadsToWave(call, { ...members(form), move: textOf(form, "move") === "yes" });
    return shown(slug, number, "workloads");
  });
}

export async function removeWorkloadsAction({ slug, number }: Place, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    await removeWorkloadsFromWave(call, members(form));
    return shown(slug, number, "workloads");
  });
}

function members(form: FormData) {
  return { waveId: textOf(form, "waveId"), workloadIds: textsOf(form, "workloadIds") };
}

function row(form: FormData) {
  return { waveId: textOf(form, "waveId"), version: textOf(form, "version") };
}

/** Back to the wave, which shows the change. */
function shown(slug: string, number: number, tab?: string): never {
  revalidatePath(`/p/${slug}`, "layout");
  redirect(`/p/${slug}/waves/${number}${tab === undefined ? "" : `?tab=${tab}`}`);
}
