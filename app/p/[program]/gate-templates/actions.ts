"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { act } from "@/lib/auth/act";
import { saveGateTemplate } from "@/lib/gates/commands/save-gate-template";
import { readTemplate } from "@/lib/gates/rules/read-template";
import type { ActionState } from "@/lib/kernel/action-state";
import type { GateKind, WaveKind } from "@/lib/waves/model/states";

type Place = { slug: string; waveKind: WaveKind; kind: GateKind };

export async function saveTemplateAction(
  { slug, waveKind, kind }: Place,
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return act(slug, form, async (call) => {
    await saveGateTemplate(call, readTemplate(form, { waveKind, kind }));
    revalidatePath(`/p/${slug}`, "layout");
    redirect(`/p/${slug}/gate-templates`);
  });
}
