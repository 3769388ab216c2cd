import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { newId } from "@/lib/kernel/new-id";
import { nameKey } from "@/lib/kernel/text";
import { requireScope, scopeColumns } from "../adapters/period-rows";
import { periodFacts, periodSubject } from "../rules/told";
import { addPeriodInput } from "../schema";
import { requireTimes } from "./require-times";

/** Adds a period to the calendar. Answers `{ periodId }`. @throws INVALID for times, a rule or a scope that make no sense */
export const addPeriod = defineCommand({
  permission: "calendar:write",
  input: addPeriodInput,
  lock: "shared",
  async run(tx, ctx, input) {
    const { kind, title, reason } = input;
    const times = requireTimes(input);
    const scope = await requireScope(tx, ctx.actor, input);
    const id = newId(ctx.now);
    await tx.calendarPeriod.create({
      data: {
        id,
        programId: ctx.actor.programId,
        kind,
        title,
        titleKey: nameKey(title),
        reason,
        ...times,
        ...scopeColumns(scope),
        createdAt: ctx.now,
        updatedAt: ctx.now,
      },
      select: { id: true },
    });
    const after = periodFacts({ kind, title, reason, ...times, scope });
    return {
      value: { periodId: id },
      events: [{ action: "calendar.period-added", subject: periodSubject({ id, title }), after }],
    };
  },
});
