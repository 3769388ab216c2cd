"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { act } from "@/lib/auth/act";
import { proveAgain } from "@/lib/auth/prove-again";
import { attestCriterion } from "@/lib/gates/commands/attest-criterion";
import { closeCondition } from "@/lib/gates/commands/close-condition";
import { openGate } from "@/lib/gates/commands/open-gate";
import { signGate } from "@/lib/gates/commands/sign-gate";
import { waiveCriterion } from "@/lib/gates/commands/waive-criterion";
import { gatePath, readGateKind } from "@/lib/gates/rules/gate-path";
import { readMet, readSeats, readSigning, readWaiverEnd, textOf } from "@/lib/gates/rules/read-forms";
import type { ActionState } from "@/lib/kernel/action-state";
import { notFound } from "@/lib/kernel/errors";
import type { GateKind } from "@/lib/waves/model/states";

/** The kind of gate that a form is about. @throws NOT_FOUND */
function kindOf(form: FormData): GateKind {
  const kind = readGateKind(textOf(form, "gateKind"));
  if (kind === null) throw notFound("gate");
  return kind;
}

type Place = { slug: string; number: number };

export async function signGateAction(
  { slug }: Place,
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return act(slug, form, async (call) => {
    const signing = readSigning(form);
    await proveAgain(form);
    const { reference } = await signGate(call, signing);
    revalidatePath(`/p/${slug}`, "layout");
    redirect(`/p/${slug}/sign-offs/${reference}?signed=1`);
  });
}

export async function attestAction(
  { slug, number }: Place,
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return act(slug, form, async (call) => {
    await attestCriterion(call, {
      criterionId: textOf(form, "criterionId"),
      met: readMet(form),
      statement: textOf(form, "statement"),
      evidenceUrl: textOf(form, "evidenceUrl"),
    });
    revalidatePath(`/p/${slug}`, "layout");
    redirect(`/p/${slug}/waves/${number}/${gatePath(kindOf(form))}`);
  });
}

export async function waiveAction(
  { slug, number }: Place,
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return act(slug, form, async (call) => {
    await waiveCriterion(call, {
      criterionId: textOf(form, "criterionId"),
      reason: textOf(form, "reason"),
      expiresAt: readWaiverEnd(form),
    });
    revalidatePath(`/p/${slug}`, "layout");
    redirect(`/p/${slug}/waves/${number}/${gatePath(kindOf(form))}`);
  });
}

export async function openGateAction(
  { slug, number }: Place,
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return act(slug, form, async (call) => {
    await openGate(call, {
      waveId: textOf(form, "waveId"),
      kind: kindOf(form),
      quorum: textOf(form, "quorum"),
      closesAt: null,
      seats: readSeats(form),
    });
    revalidatePath(`/p/${slug}`, "layout");
    redirect(`/p/${slug}/waves/${number}/${gatePath(kindOf(form))}`);
  });
}

export async function closeConditionAction(
  { slug }: Place,
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return act(slug, form, async (call) => {
    await closeCondition(call, {
      conditionId: textOf(form, "conditionId"),
      version: textOf(form, "version"),
      evidence: textOf(form, "evidence"),
    });
    revalidatePath(`/p/${slug}`, "layout");
    return { status: "done", message: "The condition is closed." };
  });
}
