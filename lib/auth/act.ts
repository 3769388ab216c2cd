import "server-only";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { Call } from "@/lib/command/define-command";
import type { InstanceCall } from "@/lib/command/define-instance-command";
import type { ActionState } from "@/lib/kernel/action-state";
import { AppError } from "@/lib/kernel/errors";
import { requireSameOrigin } from "./request-origin";
import { requireAccountOrThrow, requireActorOrThrow } from "./require-actor";

/**
 * The frame of every server action of a program: same origin, who asks, the command, and the product's errors as form
 * state with what was typed. An error that is not the product's is a bug and goes on to the error page and the log.
 */
export function act(
  programSlug: string,
  form: FormData,
  work: (call: Call) => Promise<ActionState>,
): Promise<ActionState> {
  return framed(form, async () => work({ actor: await requireActorOrThrow(programSlug) }));
}

/** The same for what concerns the signed-in person alone, outside any program. */
export function actAsSelf(
  form: FormData,
  work: (call: InstanceCall) => Promise<ActionState>,
): Promise<ActionState> {
  return framed(form, async () => work({ account: await requireAccountOrThrow() }));
}

/** The same for somebody who is not signed in; `work` gets the headers of the request. */
export function actAsStranger(
  form: FormData,
  work: (headers: Headers) => Promise<ActionState>,
): Promise<ActionState> {
  return framed(form, async () => work(new Headers(await headers())));
}

async function framed(form: FormData, work: () => Promise<ActionState>): Promise<ActionState> {
  try {
    requireSameOrigin(await headers());
    return await work();
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
    ...(error.code === "UNAUTHENTICATED" ? { signedOut: true } : {}),
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
