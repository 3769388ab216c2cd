import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { actorByIds } from "@/lib/auth/actor-in-program";
import { database } from "@/lib/db/client";
import { withActor } from "@/lib/db/transaction";
import type { JobData } from "@/lib/jobs/model";
import { type QueueWork, wakeWorker } from "@/lib/jobs/worker";
import { mailSettings } from "../adapters/mail-settings";
import { type Sending, sendBySmtp } from "../adapters/smtp";
import { settingsLink } from "../rules/write-mail";

/** What the queue of mail has done. A job bears repetition: a mail that is sent, refused or claimed is left alone. */
export const MAIL_WORK: QueueWork = { run, giveUp };

/** Longer than any try at sending takes: whoever claimed a mail so long ago is no more. */
const CLAIMED_SECONDS = 90;

async function run(data: JobData): Promise<void> {
  const settings = mailSettings();
  if (settings.state !== "ready") throw new Error("Mail is not configured any more.");
  const actor = await recipientOf(data);
  if (actor === null) return;
  const mail = await claim(actor, data.subjectId);
  if (mail === "done") return;
  if (mail === "claimed") throw new Error("Another process has claimed this mail.");
  const sending = await sendBySmtp(settings, {
    ...mail,
    messageId: `<${data.subjectId}@${settings.base.hostname}>`,
    to: actor.email,
    settings: settingsLink({
      base: settings.base,
      program: { name: actor.programName, slug: actor.programSlug },
    }),
  });
  await note(actor, data.subjectId, sending);
  wakeWorker("mail");
  if (sending.kind === "later") throw new Error(sending.problem);
}

async function giveUp(data: JobData): Promise<void> {
  const actor = await recipientOf(data);
  if (actor === null) return;
  await withActor(actor, (tx) =>
    tx.mailMessage.updateMany({
      where: { programId: actor.programId, userId: actor.userId, id: data.subjectId, state: "waiting" },
      data: { state: "refused", claimedUntil: null },
    }),
  );
}

/** Whom the mail is for, as the member they are now; to nobody else and to no other address. Who left gets none. */
async function recipientOf({ userId, programId, subjectId }: JobData): Promise<Actor | null> {
  const actor = await actorByIds(userId, programId, "browser");
  if (actor !== null && can(actor, "history:read")) return actor;
  await database().$queryRaw`SELECT wavegate_mail_drop(${subjectId}::uuid)`;
  return null;
}

type Mail = { subject: string; text: string; html: string };

/** Claims the mail for this process, past whoever is just claiming it. The demo sends none. */
async function claim({ userId, programId, ...actor }: Actor, id: string): Promise<Mail | "done" | "claimed"> {
  return withActor({ userId, programId, ...actor }, async (tx) => {
    const [mine] = await tx.$queryRaw<Mail[]>`
      UPDATE "MailMessage" SET attempts = attempts + 1,
        "claimedUntil" = clock_timestamp() + make_interval(secs => ${CLAIMED_SECONDS}::int)
      WHERE "programId" = ${programId}::uuid AND id = (SELECT m.id FROM "MailMessage" m
        JOIN "Program" p ON p.id = m."programId" AND NOT p."isDemo" JOIN "User" u ON u.id = m."userId" AND NOT u."isDemo"
        WHERE m."programId" = ${programId}::uuid AND m."userId" = ${userId}::uuid AND m.id = ${id}::uuid
          AND m.state = 'waiting' AND (m."claimedUntil" IS NULL OR m."claimedUntil" < clock_timestamp())
        FOR UPDATE OF m SKIP LOCKED)
      RETURNING subject, text, html`;
    if (mine !== undefined) return mine;
    const [held] = await tx.$queryRaw<{ waits: boolean }[]>`
      SELECT m.state = 'waiting' AND NOT p."isDemo" AND NOT u."isDemo" AS waits FROM "MailMessage" m
      JOIN "Program" p ON p.id = m."programId" JOIN "User" u ON u.id = m."userId"
      WHERE m."programId" = ${programId}::uuid AND m."userId" = ${userId}::uuid AND m.id = ${id}::uuid`;
    return held?.waits === true ? "claimed" : "done";
  });
}

async function note(actor: Actor, id: string, sending: Sending): Promise<void> {
  const { programId, userId } = actor;
  await withActor(actor, (tx) =>
    tx.mailMessage.updateMany({
      where: { programId, userId, id, state: "waiting" },
      data:
        sending.kind === "sent"
          ? { state: "sent", sentAt: new Date(), claimedUntil: null, problem: "" }
          : {
              state: sending.kind === "refused" ? "refused" : "waiting",
              claimedUntil: null,
              problem: sending.problem,
            },
    }),
  );
}
