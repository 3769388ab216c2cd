"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { act } from "@/lib/auth/act";
import { transitionWave } from "@/lib/gates/commands/transition-wave";
import type { ActionState } from "@/lib/kernel/action-state";
import { replanWave } from "@/lib/replanning/commands/replan-wave";
import { changeWave } from "@/lib/waves/commands/change-wave";
import { createWave } from "@/lib/waves/commands/create-wave";
import { grantFreezeException } from "@/lib/waves/commands/grant-freeze-exception";
import { grantWindowException } from "@/lib/waves/commands/grant-window-exception";
import { recordRollback } from "@/lib/waves/commands/record-rollback";
import { WAVE_STATES } from "@/lib/waves/model/states";
import { readRollback, readWaveFacts, textOf, textsOf } from "@/lib/waves/rules/read-forms";

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

type Shown = { slug: string; number: number; tab: string };

/** A new window, workloads that come, workloads that go: whatever the form says, with the consequences it showed. */
export async function replanAction(
  { slug, number, tab }: Shown,
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return act(slug, form, async (call) => {
    await replanWave(call, {
      ...row(form),
      window: windowOf(form),
      add: textsOf(form, "add"),
      remove: textsOf(form, "remove"),
      seen: textOf(form, "seen"),
    });
    return shown(slug, number, tab === "" ? undefined : tab);
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

export async function recordRollbackAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { number } = await recordRollback(call, {
      waveId: textOf(form, "waveId"),
      ...readRollback(form),
    });
    return shown(slug, number, "history");
  });
}

export async function moveWaveAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const to = WAVE_STATES.find((state) => state === textOf(form, "to")) ?? "planned";
    const { number } = await transitionWave(call, { ...row(form), to, reason: textOf(form, "reason") });
    return shown(slug, number, "history");
  });
}

/** The window of the form; null where it leaves it as it is. */
function windowOf(form: FormData) {
  if (!form.has("startLocal")) return null;
  return {
    startLocal: textOf(form, "startLocal"),
    endLocal: textOf(form, "endLocal"),
    zone: textOf(form, "zone"),
    fold: textOf(form, "fold"),
    endFold: textOf(form, "endFold"),
  };
}

function row(form: FormData) {
  return { waveId: textOf(form, "waveId"), version: textOf(form, "version") };
}

/** Back to the wave, which shows the change. */
function shown(slug: string, number: number, tab?: string): never {
  revalidatePath(`/p/${slug}`, "layout");
  redirect(`/p/${slug}/waves/${number}${tab === undefined ? "" : `?tab=${tab}`}`);
}
