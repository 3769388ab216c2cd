"use server";
import { redirect } from "next/navigation";
import { act } from "@/lib/auth/act";
import type { ActionState } from "@/lib/kernel/action-state";
import { changeSite } from "@/lib/sites/commands/change-site";
import { createSite } from "@/lib/sites/commands/create-site";
import { serveSite } from "@/lib/sites/commands/serve-site";
import { serveSites } from "@/lib/sites/commands/serve-sites";
import { formInput } from "../risks/form-input";

export async function createSiteAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { siteId } = await createSite(call, formInput(createSite, form));
    redirect(`/p/${slug}/sites/${siteId}`);
  });
}

/** A site of a name that workloads use already: its facts come next. */
export async function describePlaceAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { siteId } = await createSite(call, { name: String(form.get("name") ?? "") });
    redirect(`/p/${slug}/sites/${siteId}/edit`);
  });
}

export async function changeSiteAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { siteId } = await changeSite(call, formInput(changeSite, form));
    redirect(`/p/${slug}/sites/${siteId}`);
  });
}

export async function serveSiteAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { siteId } = await serveSite(call, {
      siteId: String(form.get("siteId")),
      shownIds: form.getAll("shownIds").map(String),
      workloadIds: form.getAll("workloadIds").map(String),
      users: usersOf(form),
    });
    redirect(`/p/${slug}/sites/${siteId}`);
  });
}

export async function serveSitesAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { workloadId } = await serveSites(call, {
      workloadId: String(form.get("workloadId")),
      seen: String(form.get("seen") ?? ""),
      siteIds: form.getAll("siteIds").map(String),
      users: usersOf(form),
    });
    redirect(`/p/${slug}/workloads/${workloadId}`);
  });
}

/** The fields `users.<id>` of a form, by id. */
function usersOf(form: FormData): Record<string, string> {
  const fields = [...form.entries()].filter(([name]) => name.startsWith("users."));
  return Object.fromEntries(fields.map(([name, value]) => [name.slice("users.".length), String(value)]));
}
