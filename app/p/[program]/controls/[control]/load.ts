import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { getControl } from "@/lib/controls/queries/get-control";
import { AppError } from "@/lib/kernel/errors";

/** Who asks, and the control; the not-found page where there is none or one may not see it. */
export const loadControl = cache(async (program: string, controlId: string) => {
  const actor = await requireActor(program);
  if (!can(actor, "risk:read")) notFound();
  try {
    return { actor, control: await getControl(actor, controlId, new Date()) };
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
});
