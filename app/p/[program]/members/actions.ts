"use server";
import { revalidatePath } from "next/cache";
import { act } from "@/lib/auth/act";
import type { Call } from "@/lib/command/define-command";
import type { ActionState } from "@/lib/kernel/action-state";
import { addMember } from "@/lib/programs/commands/add-member";
import { changeMember } from "@/lib/programs/commands/change-member";
import { endMember } from "@/lib/programs/commands/end-member";
import { endRights } from "@/lib/programs/commands/end-rights";
import { giveRights } from "@/lib/programs/commands/give-rights";
import { grantWorkload, revokeWorkload } from "@/lib/programs/commands/grant-workload";
import { linkPerson } from "@/lib/programs/commands/link-person";
import { requireWorkloadNamed } from "@/lib/workloads/queries/lookup";
import {
  readAddMember,
  readChangeMember,
  readEndMember,
  readEndRights,
  readGiveRights,
  readGrant,
  readLink,
} from "./read-forms";

export async function addMemberAction(slug: string, _before: ActionState, form: FormData) {
  return onMembers(slug, form, async (call) => {
    const input = readAddMember(form, call.actor.programZone);
    const { isNewAccount } = await addMember(call, input);
    return isNewAccount
      ? `${input.name} is a member now. The account is new: an instance administrator sets its password with npm run admin -- set-password --email ${input.email}`
      : `${input.name} is a member now.`;
  });
}

export async function changeMemberAction(slug: string, _before: ActionState, form: FormData) {
  return onMembers(slug, form, async (call) => {
    await changeMember(call, readChangeMember(form, call.actor.programZone));
    return "The membership was changed.";
  });
}

export async function endMemberAction(slug: string, _before: ActionState, form: FormData) {
  return onMembers(slug, form, async (call) => {
    await endMember(call, readEndMember(form));
    return "The membership has ended.";
  });
}

export async function giveRightsAction(slug: string, _before: ActionState, form: FormData) {
  return onMembers(slug, form, async (call) => {
    await giveRights(call, readGiveRights(form));
    return "The rights are given. They end by themselves.";
  });
}

export async function endRightsAction(slug: string, _before: ActionState, form: FormData) {
  return onMembers(slug, form, async (call) => {
    await endRights(call, readEndRights(form));
    return "The rights have ended.";
  });
}

export async function linkPersonAction(slug: string, _before: ActionState, form: FormData) {
  return onMembers(slug, form, async (call) => {
    const link = readLink(form);
    await linkPerson(call, link);
    return link.userId === null ? "The name is linked to no account now." : "The name is linked.";
  });
}

export async function grantWorkloadAction(slug: string, _before: ActionState, form: FormData) {
  return onMembers(slug, form, async (call) => {
    const named = String(form.get("workload") ?? "");
    const workloadId = await requireWorkloadNamed(call.actor, named, "workload");
    await grantWorkload(call, { ...readGrant(form), workloadId });
    return "The partner sees this workload now.";
  });
}

export async function revokeWorkloadAction(slug: string, _before: ActionState, form: FormData) {
  return onMembers(slug, form, async (call) => {
    await revokeWorkload(call, readGrant(form));
    return "The partner no longer sees this workload.";
  });
}

function onMembers(
  slug: string,
  form: FormData,
  work: (call: Call) => Promise<string>,
): Promise<ActionState> {
  return act(slug, form, async (call) => {
    const message = await work(call);
    revalidatePath(`/p/${slug}/members`);
    return { status: "done", message };
  });
}
