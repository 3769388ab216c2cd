"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { act } from "@/lib/auth/act";
import { commitImport } from "@/lib/exchange/commands/commit-import";
import { discardImport } from "@/lib/exchange/commands/discard-import";
import { mapImport } from "@/lib/exchange/commands/map-import";
import type { ActionState } from "@/lib/kernel/action-state";
import { readCommit, readMapping, readVersion } from "./read-forms";

type Bound = [slug: string, importId: string];

/** Changes format or columns and shows the new preview. */
export async function mapAction(...[slug, importId, _before, form]: [...Bound, ActionState, FormData]) {
  return act(slug, form, async (call) => {
    await mapImport(call, { importId, ...readMapping(form) });
    revalidatePath(`/p/${slug}/imports`, "layout");
    return { status: "done", message: "The preview below follows these columns now." };
  });
}

/** Imports what the preview shows. */
export async function commitAction(...[slug, importId, _before, form]: [...Bound, ActionState, FormData]) {
  return act(slug, form, async (call) => {
    await commitImport(call, { importId, ...readCommit(form) });
    revalidatePath(`/p/${slug}`, "layout");
    redirect(`/p/${slug}/imports/${importId}`);
  });
}

/** Gives the file up. */
export async function discardAction(...[slug, importId, _before, form]: [...Bound, ActionState, FormData]) {
  return act(slug, form, async (call) => {
    await discardImport(call, { importId, version: readVersion(form) });
    revalidatePath(`/p/${slug}/imports`, "layout");
    redirect(`/p/${slug}/imports`);
  });
}
