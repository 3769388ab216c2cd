import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireOneChanged } from "@/lib/command/version";
import { notFound } from "@/lib/kernel/errors";
import { lockSubject, requireOpen, subjectOf } from "../adapters/subject-rows";
import { subjectOfUse } from "../rules/subject-of-use";
import { detachInput } from "../schema";

/** Takes a piece of evidence off what it was attached to; it stays in the list, and the trail says that it was there. */
export const detachEvidence = defineCommand({
  permission: "evidence:write",
  input: detachInput,
  lock: "shared",
  async run(tx, ctx, { useId }) {
    const { programId } = ctx.actor;
    const use = await tx.evidenceUse.findUnique({
      where: { id: useId, programId },
      select: {
        riskId: true,
        criterionId: true,
        drillId: true,
        itemId: true,
        controlId: true,
        evidence: { select: { id: true, title: true } },
      },
    });
    if (use === null) throw notFound("attachment");
    const { evidence } = use;
    const subject = subjectOfUse(use);
    await lockSubject(tx, programId, subject);
    const known = await subjectOf(tx, programId, subject);
    requireOpen(known);
    requireOneChanged(await tx.evidenceUse.deleteMany({ where: { id: useId, programId } }));
    return {
      value: { evidenceId: evidence.id },
      events: [
        {
          action: "evidence.detached",
          subject: { ...known.audit, label: `“${evidence.title}” from ${known.label}` },
          after: { evidenceId: evidence.id, evidence: evidence.title, [subject.type]: subject.id },
        },
      ],
    };
  },
});
