import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import { type CommandContext, defineCommand } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { newId } from "@/lib/kernel/new-id";
import { nameKey } from "@/lib/kernel/text";
import { requireScope, scopeColumns } from "../adapters/period-rows";
import { periodFacts, periodSubject } from "../rules/told";
import { addPeriodInput, type PeriodInput } from "../schema";
import { requireTimes } from "./require-times";

/** Adds a period to the calendar. Answers `{ periodId }`. @throws INVALID for times, a rule or a scope that make no sense */
export const addPeriod = defineCommand({
  permission: "calendar:write",
  input: addPeriodInput,
  lock: "shared",
  async run(tx, ctx, input) {
    const { periodId, event } = await keepPeriod(tx, ctx, input);
    return { value: { periodId }, events: [event] };
  },
});

type Origin = { source: string; externalId: string };

/** The core of it, for a batch; `origin` says by what it is known again. */
export async function keepPeriod(
  tx: Tx,
  ctx: CommandContext,
  input: PeriodInput,
  origin?: Origin,
): Promise<{ periodId: string; event: AuditEventInput }> {
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
      ...origin,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    },
    select: { id: true },
  });
  const after = periodFacts({ kind, title, reason, ...times, scope });
  const subject = periodSubject({ id, title });
  return { periodId: id, event: { action: "calendar.period-added", subject, after } };
}
