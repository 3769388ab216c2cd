"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { act } from "@/lib/auth/act";
import { askUndo } from "@/lib/exchange/commands/ask-undo";
import { commitImport } from "@/lib/exchange/commands/commit-import";
import { discardImport } from "@/lib/exchange/commands/discard-import";
import { mapImport } from "@/lib/exchange/commands/map-import";
import { retryImport } from "@/lib/exchange/commands/retry-import";
import type { ActionState } from "@/lib/kernel/action-state";
import { AppError } from "@/lib/kernel/errors";
import { readCommit, readMapping, readVersion } from "./read-forms";

type Bound = [slug: string, importId: string];

/** Changes how the file is read and shows the new preview. */
export async function mapAction(...[slug, importId, _before, form]: [...Bound, ActionState, FormData]) {
  return act(slug, form, async (call) => {
    await mapImport(call, { importId, ...readMapping(form) });
    revalidatePath(`/p/${slug}/imports`, "layout");
    return { status: "done", message: "The preview below follows these columns now." };
  });
}

/** Imports what the preview shows. What somebody changed meanwhile stands above the preview as well. */
export async function commitAction(...[slug, importId, _before, form]: [...Bound, ActionState, FormData]) {
  return act(slug, form, async (call) => {
    try {
      await commitImport(call, { importId, ...readCommit(form) });
    } catch (error) {
      revalidatePath(`/p/${slug}/imports`, "layout");
      if (error instanceof AppError && error.code === "CONFLICT")
        return { status: "error", message: error.message };
      throw error;
    }
    revalidatePath(`/p/${slug}`, "layout");
    redirect(`/p/${slug}/imports/${importId}`);
  });
}

/** Has the file read and compared anew. */
export async function retryAction(...[slug, importId, _before, form]: [...Bound, ActionState, FormData]) {
  return act(slug, form, async (call) => {
    await retryImport(call, { importId, version: readVersion(form) });
    revalidatePath(`/p/${slug}/imports`, "layout");
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

/** Takes the import back. */
export async function undoAction(...[slug, importId, _before, form]: [...Bound, ActionState, FormData]) {
  return act(slug, form, async (call) => {
    await askUndo(call, { importId, version: readVersion(form) });
    revalidatePath(`/p/${slug}`, "layout");
    redirect(`/p/${slug}/imports/${importId}`);
  });
}
