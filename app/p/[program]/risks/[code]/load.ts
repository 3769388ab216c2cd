import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { AppError } from "@/lib/kernel/errors";
import { getRisk } from "@/lib/risks/queries/get-risk";

/** Who asks, and the risk; the not-found page where there is none or one may not see it. */
export const loadRisk = cache(async (program: string, code: string) => {
  const actor = await requireActor(program);
  if (!can(actor, "risk:read")) notFound();
  try {
    return { actor, risk: await getRisk(actor, code) };
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
});
