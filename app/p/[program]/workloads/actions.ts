"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { act } from "@/lib/auth/act";
import { changeDependency } from "@/lib/dependencies/commands/change-dependency";
import { recordDependency } from "@/lib/dependencies/commands/record-dependency";
import { removeDependency } from "@/lib/dependencies/commands/remove-dependency";
import type { ActionState } from "@/lib/kernel/action-state";
import { changeWorkload } from "@/lib/workloads/commands/change-workload";
import { createWorkload } from "@/lib/workloads/commands/create-workload";
import { requireWorkloadNamed } from "@/lib/workloads/queries/lookup";
import { tabHref, type WorkloadTab } from "@/lib/workloads/rules/tabs";

export async function createWorkloadAction(
  slug: string,
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return act(slug, form, async (call) => {
    const { workloadId } = await createWorkload(call, { name: "", ...typed(form) });
    return seen(slug, workloadId);
  });
}

export async function changeWorkloadAction(
  slug: string,
  { workloadId, tab }: { workloadId: string; tab: WorkloadTab },
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return act(slug, form, async (call) => {
    await changeWorkload(call, { version: 0, ...typed(form), workloadId });
    return seen(slug, workloadId, tab);
  });
}

export async function recordLinkAction(
  slug: string,
  workloadId: string,
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return act(slug, form, async (call) => {
    const { direction, other: name = "", ...details } = typed(form);
    const other = await requireWorkloadNamed(call.actor, name, "other");
    const ends =
      direction === "needed-by"
        ? { dependentId: other, neededId: workloadId }
        : { dependentId: workloadId, neededId: other };
    await recordDependency(call, { ...details, ...ends });
    return seen(slug, workloadId, "links");
  });
}

export async function changeLinkAction(
  slug: string,
  ids: { workloadId: string; dependencyId: string },
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return act(slug, form, async (call) => {
    await changeDependency(call, { version: 0, ...typed(form), dependencyId: ids.dependencyId });
    return seen(slug, ids.workloadId, "links");
  });
}

export async function removeLinkAction(
  slug: string,
  ids: { workloadId: string; dependencyId: string },
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return act(slug, form, async (call) => {
    await removeDependency(call, { version: 0, ...typed(form), dependencyId: ids.dependencyId });
    return seen(slug, ids.workloadId, "links");
  });
}

/** Every text of the form by its name; the command reads them. */
function typed(form: FormData): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of form.entries()) {
    if (typeof value === "string" && !name.startsWith("$ACTION")) texts[name] = value;
  }
  return texts;
}

function seen(slug: string, workloadId: string, tab: WorkloadTab = "overview"): never {
  revalidatePath(`/p/${slug}/workloads`, "layout");
  redirect(tabHref(`/p/${slug}/workloads/${workloadId}`, tab));
}
