import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { refuseIfAny } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/new-id";
import type { ScaleContent } from "../model/scale";
import { FIRST_SCALE, scaleBlockers } from "../rules/scales";
import { scaleWords } from "./publish-scale";

/**
 * Gives a program that has given no score yet a first scale of its own, as version 1 in place of the built-in one. Under the
 * program's exclusive lock. @throws BLOCKED when the scale makes no sense
 */
export async function beginScale(
  tx: Tx,
  ctx: CommandContext,
  { content, reason }: { content: ScaleContent; reason: string },
): Promise<AuditEventInput> {
  refuseIfAny(scaleBlockers(content, [{ ...FIRST_SCALE, version: 0 }]));
  const { likelihood, impact, matrix } = content;
  const id = newId(ctx.now);
  await tx.riskScale.create({
    data: {
      id,
      programId: ctx.actor.programId,
      version: 1,
      content: { likelihood: [...likelihood], impact: [...impact], matrix: [...matrix] },
      reason,
      publishedAt: ctx.now,
      publishedById: ctx.actor.userId,
    },
    select: { id: true },
  });
  return {
    action: "risk-scale.published",
    subject: { type: "risk-scale", id, label: "Scale 1" },
    note: reason,
    before: scaleWords(FIRST_SCALE),
    after: scaleWords({ version: 1, likelihood, impact, matrix }),
  };
}
