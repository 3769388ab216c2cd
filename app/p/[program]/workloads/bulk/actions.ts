"use server";
import { redirect } from "next/navigation";
import { act } from "@/lib/auth/act";
import type { ActionState } from "@/lib/kernel/action-state";
import { bulkChangeWorkloads } from "@/lib/workloads/commands/bulk-change-workloads";
import { listAddress } from "@/lib/workloads/rules/bulk-request";

/** Changes what the preview showed; the list then says so and shows the same selection as it is now. */
export async function bulkChangeAction(
  slug: string,
  backQuery: string,
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return act(slug, form, async (call) => {
    const text = (name: string) => String(form.get(name) ?? "");
    const ids = form.getAll("ids").map(String);
    const mode = text("mode");
    const { changed } = await bulkChangeWorkloads(call, {
      ...(ids.length > 0 ? { ids } : { query: text("query") }),
      field: text("field"),
      mode: mode === "add" || mode === "remove" ? mode : "set",
      value: text("value"),
      reason: text("reason"),
      digest: text("digest"),
    });
    redirect(listAddress(slug, `${backQuery}&saved=${changed}`));
  });
}
