import "server-only";
import { changedFields } from "@/lib/audit/rules/changed-fields";
import { defineCommand } from "@/lib/command/define-command";
import { requireOneChanged, requireVersion } from "@/lib/command/version";
import { AppError, refuseIfAny } from "@/lib/kernel/errors";
import { calendarDate } from "@/lib/kernel/time";
import { lockAction, nameOfPerson } from "../adapters/action-rows";
import { lockRisk } from "../adapters/load-risk";
import { actionChangeBlockers, actionWords, dateColumn } from "../rules/actions";
import { changeBlockers } from "../rules/changes";
import { asLevel } from "../rules/scores";
import { changeActionInput } from "../schema";
import { riskSubject } from "./apply-risk-changes";

/** Changes what an open treatment action says; what is absent stays as it is. */
export const changeAction = defineCommand({
  permission: "risk:write",
  input: changeActionInput,
  lock: "shared",
  run: async (tx, ctx, { actionId, version, ...asked }) => {
    const { programId } = ctx.actor;
    const row = await lockAction(tx, programId, actionId);
    const risk = await lockRisk(tx, row.riskId);
    refuseIfAny([...changeBlockers(risk), ...actionChangeBlockers(row)]);
    requireVersion(row, version);
    const before = {
      what: row.what,
      owner: row.owner?.name ?? null,
      dueOn: row.dueOn === null ? null : calendarDate(row.dueOn),
      expected: { likelihood: asLevel(row.expectedLikelihood), impact: asLevel(row.expectedImpact) },
    };
    const ownerId = asked.ownerId === undefined ? row.ownerId : asked.ownerId;
    const { expectedLikelihood: likelihood = before.expected.likelihood } = asked;
    const { expectedImpact: impact = before.expected.impact } = asked;
    const after = {
      what: asked.what,
      owner: await nameOfPerson(tx, programId, ownerId),
      dueOn: asked.dueOn === undefined ? before.dueOn : asked.dueOn,
      expected: { likelihood, impact },
    };
    const changed = changedFields(actionWords(before), actionWords(after));
    if (changed === null) throw new AppError("INVALID", "Nothing was changed.");
    const data = {
      what: after.what,
      ownerId,
      dueOn: dateColumn(after.dueOn),
      expectedLikelihood: likelihood,
      expectedImpact: impact,
      version: version + 1,
      updatedAt: ctx.now,
    };
    requireOneChanged(await tx.riskAction.updateMany({ where: { id: actionId, programId, version }, data }));
    return {
      value: { actionId, code: risk.code },
      events: [{ action: "risk.action-changed", subject: riskSubject(risk), note: row.what, ...changed }],
    };
  },
});
