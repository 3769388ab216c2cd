import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { refuseIfAny } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/new-id";
import { dateIn } from "@/lib/kernel/time";
import { controlSubject, lockControl } from "../adapters/control-rows";
import { OUTCOME_LABELS } from "../labels";
import { verificationBlockers } from "../rules/blockers";
import { recordVerificationInput } from "../schema";

/** Notes that somebody looked whether a control holds. It is never changed: a mistaken one is put right by another. */
export const recordVerification = defineCommand({
  permission: "risk:write",
  input: recordVerificationInput,
  lock: "shared",
  run: async (tx, ctx, { controlId, outcome, verifiedOn, note }) => {
    const { programId, userId, programZone } = ctx.actor;
    const control = await lockControl(tx, programId, controlId);
    const today = dateIn(programZone, ctx.now);
    const on = verifiedOn ?? today;
    refuseIfAny(verificationBlockers(control, on, today));
    await tx.controlVerification.create({
      data: {
        id: newId(ctx.now),
        programId,
        controlId,
        verifiedOn: new Date(`${on}T00:00:00Z`),
        outcome,
        note,
        recordedById: userId,
        recordedAt: ctx.now,
      },
      select: { id: true },
    });
    const after = { outcome: OUTCOME_LABELS[outcome], verifiedOn: on };
    return {
      value: { title: control.title, outcome },
      events: [
        {
          action: "control.verified",
          subject: controlSubject(control),
          ...(note === "" ? {} : { note }),
          after,
        },
      ],
    };
  },
});
