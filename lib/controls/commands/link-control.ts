import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import { defineCommand } from "@/lib/command/define-command";
import { requireOneChanged } from "@/lib/command/version";
import { AppError, refuseIfAny } from "@/lib/kernel/errors";
import { controlSubject, loadControl, lockRiskOfCode } from "../adapters/control-rows";
import type { LinkedRisk } from "../model";
import { linkBlockers } from "../rules/blockers";
import { linkControlInput } from "../schema";

/** Says that a control works against an open risk; both keep an event of it. */
export const linkControl = defineCommand({
  permission: "risk:write",
  input: linkControlInput,
  lock: "shared",
  run: async (tx, ctx, { controlId, code }) => {
    const { programId } = ctx.actor;
    const control = await loadControl(tx, programId, controlId);
    const risk = await lockRiskOfCode(tx, programId, code);
    refuseIfAny(linkBlockers(control, risk));
    const link = { programId, controlId, riskId: risk.id };
    if ((await tx.controlRisk.count({ where: link })) > 0)
      throw new AppError("INVALID", `${risk.code} is linked to this control already.`);
    await tx.controlRisk.create({ data: link, select: { controlId: true } });
    return {
      value: { title: control.title, code: risk.code },
      events: eventsOf(control, risk, ["control.risk-linked", "risk.control-linked"]),
    };
  },
});

/** Takes the link away; what it was stays in the trail. */
export const unlinkControl = defineCommand({
  permission: "risk:write",
  input: linkControlInput,
  lock: "shared",
  run: async (tx, ctx, { controlId, code }) => {
    const { programId } = ctx.actor;
    const control = await loadControl(tx, programId, controlId);
    const risk = await lockRiskOfCode(tx, programId, code);
    refuseIfAny(linkBlockers(control, risk));
    requireOneChanged(await tx.controlRisk.deleteMany({ where: { programId, controlId, riskId: risk.id } }));
    return {
      value: { title: control.title, code: risk.code },
      events: eventsOf(control, risk, ["control.risk-unlinked", "risk.control-unlinked"]),
    };
  },
});

function eventsOf(
  control: { id: string; title: string },
  risk: LinkedRisk,
  [ofControl, ofRisk]:
    | ["control.risk-linked", "risk.control-linked"]
    | ["control.risk-unlinked", "risk.control-unlinked"],
): [AuditEventInput, AuditEventInput] {
  const label = `${risk.code} ${risk.title}`;
  return [
    { action: ofControl, subject: controlSubject(control), note: label, after: { risk: label } },
    {
      action: ofRisk,
      subject: { type: "risk", id: risk.id, label },
      note: control.title,
      after: { control: control.title, controlId: control.id },
    },
  ];
}
