import "server-only";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { Call } from "@/lib/command/define-command";
import type { ActionState } from "@/lib/kernel/action-state";
import { AppError } from "@/lib/kernel/errors";
import { requireSameOrigin } from "./request-origin";
import { requireActorOrThrow } from "./require-actor";

/**
 * The frame of every server action: same origin, who asks, the command, and the product's errors as form state with what
 * was typed. An error that is not the product's is a bug and goes on to the error page and the log.
 */
export async function act(
  programSlug: string,
  form: FormData,
  work: (call: Call) => Promise<ActionState>,
): Promise<ActionState> {
  try {
    requireSameOrigin(await headers());
    const actor = await requireActorOrThrow(programSlug);
    return await work({ actor });
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof AppError) return refused(error, form);
    throw error;
  }
}

/** An error as form state: its sentence, the fields it concerns, what was typed. */
export function refused(error: AppError, form: FormData): ActionState {
  return {
    status: "error",
    message: error.message,
    fields: { ...error.fields },
    values: typedValues(form),
    conflict: error.code === "CONFLICT" ? { rows: error.changes, version: error.version } : undefined,
  };
}

function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form.entries()) {
    if (typeof value === "string" && !name.startsWith("$ACTION") && !/password/i.test(name))
      values[name] = value;
  }
  return values;
}
