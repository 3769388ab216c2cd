"use server";
import type { ActionState } from "@/lib/kernel/action-state";

/** Answers like a real command: refuses nonsense, meets a conflict, or records. */
export async function recordSpecimen(_before: ActionState, form: FormData): Promise<ActionState> {
  const time = String(form.get("rto") ?? "");
  const owner = String(form.get("owner") ?? "");
  const values = { rto: time, owner, note: String(form.get("note") ?? "") };
  const fields: Record<string, string> = {};
  if (!/^\d+ (h|min)/.test(time)) fields.rto = "Enter how long the restore took, for example 2 h 10 min";
  if (!owner) fields.owner = "Choose who led the drill";
  if (Object.keys(fields).length > 0) return { status: "error", message: "Not recorded.", fields, values };
  if (owner === "dirk" && form.get("version") === "3") {
    return {
      status: "error",
      message: "Dirk Achterberg saved this drill while you were writing. Nothing of yours was lost.",
      values,
      conflict: {
        by: "Dirk Achterberg",
        at: "14:31 GMT",
        version: 4,
        rows: [{ label: "Restore time", yours: time, theirs: "3 h 40 min" }],
      },
    };
  }
  return { status: "done", message: `Recorded: restored in ${time}.`, href: "/gallery" };
}

/** Stands where sign-out stands in the product. */
export async function forgetNothing(): Promise<void> {}
