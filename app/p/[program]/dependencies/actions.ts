"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { act } from "@/lib/auth/act";
import { recordExternalLink } from "@/lib/dependencies/commands/record-external-link";
import { removeExternalLink } from "@/lib/dependencies/commands/remove-external-link";
import { resolveExternalLink } from "@/lib/dependencies/commands/resolve-external-link";
import type { ActionState } from "@/lib/kernel/action-state";
import { requireWorkloadNamed } from "@/lib/workloads/queries/lookup";

export async function recordExternalLinkAction(
  slug: string,
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return act(slug, form, async (call) => {
    const { side, workload = "", ...facts } = typed(form);
    await recordExternalLink(call, {
      workloadId: await requireWorkloadNamed(call.actor, workload, "workload"),
      name: "",
      ...facts,
      side: side === "needed_by" ? "needed_by" : "needs",
    });
    return toList(slug);
  });
}

export async function resolveExternalLinkAction(
  slug: string,
  externalLinkId: string,
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return act(slug, form, async (call) => {
    const { other = "", ...typedIn } = typed(form);
    const otherId = await requireWorkloadNamed(call.actor, other, "other");
    const input = { version: 0, ...typedIn, otherId, externalLinkId };
    const { workloadId } = await resolveExternalLink(call, input);
    revalidatePath(`/p/${slug}`, "layout");
    redirect(`/p/${slug}/dependencies/${workloadId}`);
  });
}

export async function removeExternalLinkAction(
  slug: string,
  externalLinkId: string,
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return act(slug, form, async (call) => {
    await removeExternalLink(call, { version: 0, ...typed(form), externalLinkId });
    return toList(slug);
  });
}

function typed(form: FormData): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of form.entries()) {
    if (typeof value === "string" && !name.startsWith("$ACTION")) texts[name] = value;
  }
  return texts;
}

function toList(slug: string): never {
  revalidatePath(`/p/${slug}`, "layout");
  redirect(`/p/${slug}/dependencies?list=outside`);
}
