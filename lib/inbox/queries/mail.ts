import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { type Tx, withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import {
  DEFAULT_PREFERENCES,
  type MailPreferences,
  type UndeliveredMail,
  type UnwrittenMail,
} from "../model";

/** A person's own choices; version 0: they never chose, and the defaults count. */
export type OwnPreferences = MailPreferences & { version: number };

/** When this person wants mail of the program. Not for partners. */
export async function mailPreferences(actor: Actor): Promise<OwnPreferences> {
  if (!can(actor, "history:read")) throw notFound("page");
  return withActor(actor, (tx) => preferencesOf(tx, actor));
}

/** The same in a transaction that the person has entered. */
export async function preferencesOf(tx: Tx, { programId, userId }: Actor): Promise<OwnPreferences> {
  const row = await tx.mailPreference.findUnique({
    where: { programId_userId: { programId, userId } },
    select: { action: true, changed: true, late: true, hour: true, version: true },
  });
  return row ?? { ...DEFAULT_PREFERENCES, version: 0 };
}

/** The program's mail that was given up, the newest first; at most 100. Right: member:manage, else none. */
export async function undeliveredMail(actor: Actor): Promise<UndeliveredMail[]> {
  if (!can(actor, "member:manage")) return [];
  return withActor(
    actor,
    (tx) => tx.$queryRaw<UndeliveredMail[]>`
    SELECT m.id, u.name AS "to", m.subject, m.attempts, m.problem, m.created_at AS "createdAt", m.cleared
    FROM wavegate_mail_undelivered() m JOIN "User" u ON u.id = m.user_id ORDER BY m.created_at DESC, m.id`,
  );
}

/** The members to whom mail could not be written at the last try, most often tried first; at most 100. Right: member:manage. */
export async function unwrittenMail(actor: Actor): Promise<UnwrittenMail[]> {
  if (!can(actor, "member:manage")) return [];
  return withActor(
    actor,
    (tx) => tx.$queryRaw<UnwrittenMail[]>`
    SELECT c."userId", u.name AS "to", c.failures, c.problem, c."retryAt"
    FROM "MailCursor" c JOIN "User" u ON u.id = c."userId"
    WHERE c."programId" = ${actor.programId}::uuid AND c.failures > 0 AND c."retryAt" IS NOT NULL
    ORDER BY c.failures DESC, u.name, c."userId" LIMIT 100`,
  );
}
