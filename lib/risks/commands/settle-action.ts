import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireOneChanged, requireVersion } from "@/lib/command/version";
import { refuseIfAny } from "@/lib/kernel/errors";
import { calendarDate, dateIn } from "@/lib/kernel/time";
import { lockAction } from "../adapters/action-rows";
import { lockRisk } from "../adapters/load-risk";
import { dateColumn, settleBlockers } from "../rules/actions";
import { changeBlockers } from "../rules/changes";
import { settleActionInput } from "../schema";
import { riskSubject } from "./apply-risk-changes";

/** A treatment action is done, is dropped with a reason, or is taken up again. The day is today unless another is named. */
export const settleAction = defineCommand({
  permission: "risk:write",
  input: settleActionInput,
  lock: "shared",
  run: async (tx, ctx, { actionId, version, state, note, ...asked }) => {
    const { programId, programZone } = ctx.actor;
    const row = await lockAction(tx, programId, actionId);
    const risk = await lockRisk(tx, row.riskId);
    const today = dateIn(programZone, ctx.now);
    const settledOn = state === "open" ? null : (asked.settledOn ?? today);
    refuseIfAny([...changeBlockers(risk), ...settleBlockers(row, { state, settledOn, note }, today)]);
    requireVersion(row, version);
    const data = {
      state,
      settledOn: dateColumn(settledOn),
      settledNote: note,
      version: version + 1,
      updatedAt: ctx.now,
    };
    requireOneChanged(await tx.riskAction.updateMany({ where: { id: actionId, programId, version }, data }));
    const was = row.settledOn === null ? null : calendarDate(row.settledOn);
    return {
      value: { actionId, code: risk.code, state },
      events: [
        {
          action: "risk.action-settled",
          subject: riskSubject(risk),
          note: note === "" ? row.what : `${row.what}: ${note}`,
          before: { state: row.state, settledOn: was },
          after: { state, settledOn },
        },
      ],
    };
  },
});
