import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import { changedFields } from "@/lib/audit/rules/changed-fields";
import { type CommandContext, defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import type { Tx } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/new-id";
import { nameKey } from "@/lib/kernel/text";
import { isZone } from "@/lib/kernel/time";
import { loadPeriods, requireScope, scopeColumns } from "../adapters/period-rows";
import { icsRefusalWords } from "../labels";
import type { IcsRefusal, PeriodKind, PeriodScope, PeriodView, ReadEvent } from "../model";
import { readIcs } from "../rules/read-ics";
import { readPeriod } from "../rules/read-period";
import { periodFacts, periodSubject } from "../rules/told";
import { bringInInput } from "../schema";

const SOURCE = "ics";

/** A refused file: which kind of fault, at which event. The field `file` carries the kind, `at` the number. */
function refusedFile(why: IcsRefusal, at: number | null): AppError {
  const fields = { file: why, ...(at === null ? {} : { at: String(at) }) };
  return new AppError("INVALID", icsRefusalWords(why, at) ?? "", { fields });
}

type As = { kind: PeriodKind; scope: PeriodScope };

/**
 * Brings the events of a calendar file in as periods of one kind and scope. An event is known again by its UID: the same file
 * twice changes nothing, and what was taken out of the calendar stays out. Answers how many were added and changed.
 * @throws INVALID in words for a file that cannot be read, and when nothing is different
 */
export const bringIn = defineCommand({
  permission: "calendar:write",
  input: bringInInput,
  lock: "shared",
  timeoutMs: 30_000,
  async run(tx, ctx, { text, kind, zone, ...said }) {
    if (!isZone(zone)) throw refusedFile("other", null);
    const answer = readIcs(text, zone);
    if (!answer.ok) throw refusedFile(answer.why, answer.at);
    const as = { kind, scope: await requireScope(tx, ctx.actor, said) };
    const held = await heldByUid(tx, ctx, answer.events);
    const events: AuditEventInput[] = [];
    let added = 0;
    for (const event of answer.events) {
      const before = held.get(event.uid);
      const told =
        before === undefined ? await add(tx, ctx, event, as) : await change(tx, ctx, before, event, as);
      if (told !== null) events.push(told);
      if (before === undefined) added += 1;
    }
    if (events.length === 0) throw refusedFile("same", null);
    return { value: { added, changed: events.length - added }, events: eventList(events) };
  },
});

async function heldByUid(
  tx: Tx,
  ctx: CommandContext,
  events: readonly ReadEvent[],
): Promise<ReadonlyMap<string, PeriodView>> {
  const known = await tx.calendarPeriod.findMany({
    where: {
      programId: ctx.actor.programId,
      source: SOURCE,
      externalId: { in: events.map(({ uid }) => uid) },
    },
    select: { id: true, externalId: true },
  });
  const periods = await loadPeriods(tx, ctx.actor, { id: { in: known.map(({ id }) => id) } });
  const byId = new Map(periods.map((period) => [period.id, period]));
  return new Map(
    known.flatMap(({ id, externalId }) => {
      const period = byId.get(id);
      return period === undefined || externalId === null ? [] : [[externalId, period] as const];
    }),
  );
}

async function add(tx: Tx, ctx: CommandContext, event: ReadEvent, as: As): Promise<AuditEventInput> {
  const id = newId(ctx.now);
  await tx.calendarPeriod.create({
    data: {
      ...columns(event, as),
      id,
      programId: ctx.actor.programId,
      source: SOURCE,
      externalId: event.uid,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    },
    select: { id: true },
  });
  const subject = periodSubject({ id, title: event.title });
  return { action: "calendar.period-added", subject, after: periodFacts({ ...event, ...as }) };
}

async function change(
  tx: Tx,
  ctx: CommandContext,
  before: PeriodView,
  event: ReadEvent,
  as: As,
): Promise<AuditEventInput | null> {
  const changes = changedFields(periodFacts(before), periodFacts({ ...event, ...as }));
  if (changes === null || before.endedAt !== null) return null;
  await tx.calendarPeriod.updateMany({
    where: { id: before.id, programId: ctx.actor.programId },
    data: { ...columns(event, as), version: { increment: 1 }, updatedAt: ctx.now },
  });
  const subject = periodSubject({ id: before.id, title: event.title });
  return { action: "calendar.period-changed", subject, ...changes };
}

function columns({ title, reason, startLocal, endLocal, zone, recurrence }: ReadEvent, { kind, scope }: As) {
  const read = readPeriod({ startLocal, endLocal, zone, recurrence });
  if (!read.ok) throw refusedFile("times", null);
  return { kind, title, titleKey: nameKey(title), reason, ...read.times, ...scopeColumns(scope) };
}
