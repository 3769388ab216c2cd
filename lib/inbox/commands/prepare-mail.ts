import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { actorByIds } from "@/lib/auth/actor-in-program";
import { database } from "@/lib/db/client";
import { type Tx, withActor } from "@/lib/db/transaction";
import { enqueue } from "@/lib/jobs/enqueue";
import { wakeWorker } from "@/lib/jobs/worker";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/new-id";
import type { Waiting } from "../model";
import { changedBetween } from "../queries/changed";
import { preferencesOf } from "../queries/mail";
import { waitingFor } from "../queries/waiting";
import { nextDigest } from "../rules/digest-time";
import { type MailPlan, planMail, tellsNothing, toldKey } from "../rules/plan-mail";
import { writeMail } from "../rules/write-mail";

const AT_ONCE = 500;
const HOUR_MS = 3_600_000;

/**
 * Writes the mail that is due at `now`: for every member of a program whose trail has gone on, for whom an instant has come
 * or the hour of the digest. Bears repetition and company: what a mail tells is noted in the transaction that writes it, and
 * each member is looked at by one process at a time. Whoever was looked at longest ago comes first; whose mail could not be
 * written waits, longer each time, and is told to program managers.
 * @param base the product's own address, to which links lead
 * @param atOnce how many members are looked at
 * @returns how many mails were written
 * @throws AggregateError after all the others were looked at, when somebody's mail could not be written; it is tried again
 */
export async function prepareMail(now: Date, base: URL, atOnce = AT_ONCE): Promise<number> {
  const due = await database().$queryRaw<{ user_id: string; program_id: string }[]>`
    SELECT user_id, program_id FROM wavegate_mail_due(${now}::timestamptz, ${atOnce}::int)`;
  let written = 0;
  const failures: unknown[] = [];
  for (const { user_id, program_id } of due) {
    try {
      const actor = await actorByIds(user_id, program_id, "browser");
      if (actor !== null && can(actor, "history:read") && (await prepareFor(actor, now, base))) written += 1;
    } catch (error) {
      failures.push(error);
      await noteFailure(user_id, program_id, now, error);
    }
  }
  if (written > 0) wakeWorker("mail");
  if (failures.length > 0)
    throw new AggregateError(failures, `mail to ${failures.length} could not be written`);
  return written;
}

/** When even this cannot be noted the database is away, and everybody is looked at again. */
async function noteFailure(userId: string, programId: string, now: Date, error: unknown): Promise<void> {
  const problem = error instanceof AppError ? error.message : UNFORESEEN;
  await database()
    .$queryRaw`SELECT wavegate_mail_failed(${programId}::uuid, ${userId}::uuid, ${now}::timestamptz, ${problem})`.catch(
    () => undefined,
  );
}

const UNFORESEEN = "Something that waits for them could not be put into words; the server's log says what.";

/** The head is read before what waits: what happens in between has a later head and is looked at again. */
async function prepareFor(actor: Actor, now: Date, base: URL): Promise<boolean> {
  const head = await withActor(actor, (tx) => headOf(tx, actor));
  const waiting = await waitingFor(actor, now);
  return withActor(actor, async (tx) => {
    const cursor = await lockCursor(tx, actor, { now, head });
    if (cursor === null) return false;
    const preferences = await preferencesOf(tx, actor);
    const digestAt = nextDigest(now, preferences.hour, actor.zone);
    const plan = planMail({
      preferences,
      waiting,
      told: await toldOf(tx, actor, waiting),
      changed:
        preferences.changed === "never" ? [] : await changedBetween(tx, actor, cursor.changedSeq, head),
      digest: cursor.digestAt <= now,
    });
    await tx.mailCursor.updateMany({
      where: { programId: actor.programId, userId: actor.userId },
      data: {
        headSeq: head,
        lookedAt: now,
        failures: 0,
        problem: "",
        retryAt: null,
        ...(plan.changesDone ? { changedSeq: head } : {}),
        digestAt,
        dueAt: await lookAgainAt(tx, actor, { now, digestAt, waiting }),
      },
    });
    if (tellsNothing(plan.content)) return false;
    await write(tx, actor, plan, { now, base });
    return true;
  });
}

type Cursor = { changedSeq: bigint; digestAt: Date };

/** A member is looked at for the first time from the present head on: no mail tells what was before. Null: another does. */
async function lockCursor(
  tx: Tx,
  { programId, userId }: Actor,
  { now, head }: { now: Date; head: bigint },
): Promise<Cursor | null> {
  await tx.$executeRaw`
    INSERT INTO "MailCursor" ("programId", "userId", "headSeq", "changedSeq", "digestAt", "dueAt")
    VALUES (${programId}::uuid, ${userId}::uuid, ${head}::bigint, ${head}::bigint, ${new Date(now.getTime() + HOUR_MS)}::timestamptz,
      ${now}::timestamptz) ON CONFLICT DO NOTHING`;
  const [cursor] = await tx.$queryRaw<Cursor[]>`
    SELECT "changedSeq", "digestAt" FROM "MailCursor"
    WHERE "programId" = ${programId}::uuid AND "userId" = ${userId}::uuid FOR UPDATE SKIP LOCKED`;
  return cursor ?? null;
}

async function headOf(tx: Tx, { programId }: Actor): Promise<bigint> {
  const last = await tx.auditEvent.findFirst({
    where: { chainId: programId },
    select: { seq: true },
    orderBy: { seq: "desc" },
  });
  return last?.seq ?? 0n;
}

async function toldOf(tx: Tx, { programId, userId }: Actor, waiting: Waiting): Promise<Set<string>> {
  const keys = (["action", "late"] as const).flatMap((kind) =>
    waiting[kind].map((item) => toldKey(kind, item)),
  );
  if (keys.length === 0) return new Set();
  const rows = await tx.mailTold.findMany({
    where: { programId, userId, key: { in: keys } },
    select: { key: true },
  });
  return new Set(rows.map(({ key }) => key));
}

async function write(
  tx: Tx,
  actor: Actor,
  { content, keys }: MailPlan,
  { now, base }: { now: Date; base: URL },
): Promise<void> {
  const { programId, userId, name, zone } = actor;
  const program = { name: actor.programName, slug: actor.programSlug };
  const id = newId(now);
  const mail = writeMail(content, { name, zone, program, base });
  await tx.mailMessage.createMany({ data: { id, programId, userId, key: id, ...mail, createdAt: now } });
  await tx.mailTold.createMany({ data: keys.map((key) => ({ programId, userId, key, toldAt: now })) });
  await enqueue(tx, "mail", { programId, userId, subjectId: id, step: "send" });
}

/** The next instant at which something may end or become late without an event, the digest, or an hour from now at the latest. */
async function lookAgainAt(
  tx: Tx,
  { programId, programZone }: Actor,
  { now, digestAt, waiting }: { now: Date; digestAt: Date; waiting: Waiting },
): Promise<Date> {
  const [row] = await tx.$queryRaw<{ at: Date | null }[]>`
    SELECT least(
      (SELECT min("expiresAt") FROM "RiskAcceptance" WHERE "programId" = ${programId}::uuid AND "expiresAt" > ${now}::timestamptz),
      (SELECT min("expiresAt") FROM "Waiver" WHERE "programId" = ${programId}::uuid AND "expiresAt" > ${now}::timestamptz)) AS at`;
  const midnight = nextDigest(now, 0, programZone);
  const due = waiting.action.flatMap(({ dueAt }) => (dueAt !== null && dueAt > now ? [dueAt] : []));
  const instants = [row?.at ?? null, ...due, midnight, digestAt, new Date(now.getTime() + HOUR_MS)];
  return new Date(Math.min(...instants.flatMap((at) => (at === null ? [] : [at.getTime()]))));
}
