import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { notFound } from "@/lib/kernel/errors";
import { attach } from "../adapters/evidence-rows";
import { attachInput } from "../schema";

/** Says that a risk, an exit criterion, a drill, a checklist item or a control rests on a piece of evidence. */
export const attachEvidence = defineCommand({
  permission: "evidence:write",
  input: attachInput,
  lock: "shared",
  async run(tx, ctx, { evidenceId, attachType, attachId }) {
    const evidence = await tx.evidence.findUnique({
      where: { id: evidenceId, programId: ctx.actor.programId },
      select: { id: true, title: true },
    });
    if (evidence === null) throw notFound("evidence");
    const { event } = await attach(tx, ctx, evidence, { type: attachType, id: attachId });
    return { value: { evidenceId }, events: [event] };
  },
});
