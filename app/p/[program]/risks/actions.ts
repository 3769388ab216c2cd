"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import type * as z from "zod";
import type { Actor } from "@/lib/access/model";
import { act } from "@/lib/auth/act";
import type { ActionState } from "@/lib/kernel/action-state";
import { AppError } from "@/lib/kernel/errors";
import { assessRisk } from "@/lib/risks/commands/assess-risk";
import { changeAction } from "@/lib/risks/commands/change-action";
import { changeRisk } from "@/lib/risks/commands/change-risk";
import { closeRisk } from "@/lib/risks/commands/close-risk";
import { decideAcceptance } from "@/lib/risks/commands/decide-acceptance";
import { planAction } from "@/lib/risks/commands/plan-action";
import { proposeAcceptance } from "@/lib/risks/commands/propose-acceptance";
import { publishScale } from "@/lib/risks/commands/publish-scale";
import { raiseRisk } from "@/lib/risks/commands/raise-risk";
import { reopenRisk } from "@/lib/risks/commands/reopen-risk";
import { revokeAcceptance } from "@/lib/risks/commands/revoke-acceptance";
import { saveRiskDomain } from "@/lib/risks/commands/save-risk-domain";
import { settleAction } from "@/lib/risks/commands/settle-action";
import { withdrawAcceptance } from "@/lib/risks/commands/withdraw-acceptance";
import { LEVELS } from "@/lib/risks/model/rating";
import { scaleField } from "@/lib/risks/rules/scale-form";
import type { publishScaleInput } from "@/lib/risks/schema";
import { requireWorkloadNamed } from "@/lib/workloads/queries/lookup";
import { formInput } from "./form-input";

export async function raiseRiskAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    await takeNamedWorkload(call.actor, form);
    const { code } = await raiseRisk(call, formInput(raiseRisk, form));
    redirect(`/p/${slug}/risks/${code}`);
  });
}

export async function changeRiskAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { code } = await changeRisk(call, formInput(changeRisk, form));
    redirect(`/p/${slug}/risks/${code}`);
  });
}

/** Links or unlinks one workload or wave: the form holds the links that stand, and which to add or to take away. */
export async function linkRiskAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const removed = form.get("remove");
    if (removed !== null) for (const name of ["workloadIds", "waveIds"]) without(form, name, String(removed));
    if (removed === null) await takeNamedWorkload(call.actor, form);
    form.delete("remove");
    const { code } = await changeRisk(call, formInput(changeRisk, form));
    return done(`The links of ${code} were changed.`);
  });
}

export async function assessRiskAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { code } = await assessRisk(call, formInput(assessRisk, form));
    return done(`The assessment of ${code} was recorded.`);
  });
}

export async function closeRiskAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { code } = await closeRisk(call, formInput(closeRisk, form));
    return done(`${code} is closed.`);
  });
}

export async function reopenRiskAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { code } = await reopenRisk(call, formInput(reopenRisk, form));
    return done(`${code} is open again.`);
  });
}

export async function proposeAcceptanceAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { acceptanceId, code } = await proposeAcceptance(call, formInput(proposeAcceptance, form));
    redirect(`/p/${slug}/risks/${code}/acceptances/${acceptanceId}`);
  });
}

export async function decideAcceptanceAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { code, decision } = await decideAcceptance(call, formInput(decideAcceptance, form));
    return done(`The proposal for ${code} is ${decision}.`);
  });
}

export async function revokeAcceptanceAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { code } = await revokeAcceptance(call, formInput(revokeAcceptance, form));
    return done(`The acceptance of ${code} is revoked.`);
  });
}

export async function saveRiskDomainAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    await saveRiskDomain(call, formInput(saveRiskDomain, form));
    return done("The risk domain was saved.");
  });
}

export async function withdrawAcceptanceAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { code } = await withdrawAcceptance(call, formInput(withdrawAcceptance, form));
    return done(`The proposal for ${code} is taken back.`);
  });
}

export async function planActionAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { code } = await planAction(call, formInput(planAction, form));
    redirect(`/p/${slug}/risks/${code}#actions`);
  });
}

export async function changeActionAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { code } = await changeAction(call, formInput(changeAction, form));
    return done(`The action against ${code} was saved.`);
  });
}

export async function settleActionAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { state } = await settleAction(call, formInput(settleAction, form));
    return done(state === "open" ? "The action is open again." : `The action is ${state}.`);
  });
}

export async function publishScaleAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    try {
      await publishScale(call, scaleInput(form));
    } catch (error) {
      throw error instanceof AppError ? atItsFields(error) : error;
    }
    redirect(`/p/${slug}/risks/scales`);
  });
}

/** The same error with its sentences at the fields of the form. */
function atItsFields({ code, message, fields, changes, version, violations }: AppError): AppError {
  const named = Object.entries(fields).map(([path, sentence]) => [scaleField(path), sentence] as const);
  return new AppError(code, message, { fields: Object.fromEntries(named), changes, version, violations });
}

/** The fields of a scale: `likelihood-1-name`, `likelihood-1-meaning`, …, `cell-1-1` (likelihood, impact). */
function scaleInput(form: FormData): z.input<typeof publishScaleInput> {
  const text = (name: string) => String(form.get(name) ?? "");
  const side = (name: string) =>
    LEVELS.map((level) => ({
      name: text(`${name}-${level}-name`),
      meaning: text(`${name}-${level}-meaning`),
    }));
  const matrix = LEVELS.flatMap((impact) => LEVELS.map((likelihood) => text(`cell-${likelihood}-${impact}`)));
  return {
    content: { likelihood: side("likelihood"), impact: side("impact"), matrix } as z.input<
      typeof publishScaleInput
    >["content"],
    version: text("version"),
    apart: text("apart"),
    reason: text("reason"),
  };
}

function done(message: string): ActionState {
  refresh();
  return { status: "done", message };
}

/** The workload that was named, where one was, among those the risk is linked to. */
async function takeNamedWorkload(actor: Actor, form: FormData): Promise<void> {
  const name = String(form.get("workload") ?? "").trim();
  form.delete("workload");
  if (name !== "") form.append("workloadIds", await requireWorkloadNamed(actor, name, "workload"));
}

function without(form: FormData, name: string, value: string): void {
  const kept = form.getAll(name).filter((one) => one !== value);
  form.delete(name);
  for (const one of kept) form.append(name, one);
  if (kept.length === 0) form.append(name, "");
}
