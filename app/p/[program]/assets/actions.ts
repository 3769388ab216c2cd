"use server";
import { redirect } from "next/navigation";
import { assignAssets } from "@/lib/assets/commands/assign-assets";
import { changeAsset } from "@/lib/assets/commands/change-asset";
import { createAsset } from "@/lib/assets/commands/create-asset";
import { act } from "@/lib/auth/act";
import type { ActionState } from "@/lib/kernel/action-state";
import { formInput } from "../risks/form-input";

export async function createAssetAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { assetId } = await createAsset(call, formInput(createAsset, form));
    redirect(`/p/${slug}/assets/${assetId}`);
  });
}

export async function changeAssetAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const { assetId } = await changeAsset(call, formInput(changeAsset, form));
    redirect(`/p/${slug}/assets/${assetId}`);
  });
}

/** Afterwards the page of the one asset, or the list of what the workload runs on. */
export async function assignAssetsAction(slug: string, _before: ActionState, form: FormData) {
  return act(slug, form, async (call) => {
    const input = formInput(assignAssets, form);
    await assignAssets(call, input);
    const [only, ...others] = input.assetIds;
    if (only !== undefined && others.length === 0) redirect(`/p/${slug}/assets/${only.split(":")[0]}`);
    redirect(`/p/${slug}/assets?workload=${form.get("workloadId") || "none"}#assets`);
  });
}
