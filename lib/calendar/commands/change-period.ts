import "server-only";
import { changedFields } from "@/lib/audit/rules/changed-fields";
import { defineCommand } from "@/lib/command/define-command";
import { requireOneChanged, requireVersion } from "@/lib/command/version";
import type { JsonRecord } from "@/lib/kernel/canonical-json";
import { AppError, type ConflictingChange } from "@/lib/kernel/errors";
import { nameKey } from "@/lib/kernel/text";
import { requirePeriod, requireScope, scopeColumns } from "../adapters/period-rows";
import { periodFacts, periodSubject } from "../rules/told";
import { changePeriodInput } from "../schema";
import { requireTimes } from "./require-times";

/** Changes a period that still counts: all of its facts, as the form holds them. @throws CONFLICT when somebody was faster */
export const changePeriod = defineCommand({
  permission: "calendar:write",
  input: changePeriodInput,
  lock: "shared",
  async run(tx, ctx, input) {
    const before = await requirePeriod(tx, ctx.actor, input.periodId);
    const { kind, title, reason } = input;
    const times = requireTimes(input);
    const scope = await requireScope(tx, ctx.actor, input);
    const changes = changedFields(periodFacts(before), periodFacts({ kind, title, reason, ...times, scope }));
    requireVersion(before, input.version, changes === null ? [] : conflicts(changes));
    if (before.endedAt !== null) throw new AppError("BLOCKED", "This period was taken out of the calendar.");
    if (changes === null) throw new AppError("INVALID", "Nothing was changed.");
    const result = await tx.calendarPeriod.updateMany({
      where: { id: before.id, programId: ctx.actor.programId, version: input.version },
      data: {
        kind,
        title,
        titleKey: nameKey(title),
        reason,
        ...times,
        ...scopeColumns(scope),
        version: { increment: 1 },
        updatedAt: ctx.now,
      },
    });
    requireOneChanged(result);
    const subject = periodSubject({ id: before.id, title });
    return {
      value: { periodId: before.id },
      events: [{ action: "calendar.period-changed", subject, ...changes }],
    };
  },
});

function conflicts({ before, after }: { before: JsonRecord; after: JsonRecord }): ConflictingChange[] {
  return Object.keys(after).map((field) => ({
    label: `${field.charAt(0).toUpperCase()}${field.slice(1)}`,
    yours: String(after[field] ?? "nothing"),
    theirs: String(before[field] ?? "nothing"),
  }));
}
