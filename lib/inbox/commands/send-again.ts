import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireOneChanged } from "@/lib/command/version";
import { enqueue } from "@/lib/jobs/enqueue";
import { AppError, notFound } from "@/lib/kernel/errors";
import { sendAgainInput } from "../schema";

/** Lets a mail that was given up be tried again. The same mail: a server that has it already knows it by its id. */
export const sendAgain = defineCommand({
  permission: "member:manage",
  input: sendAgainInput,
  lock: "shared",
  async run(tx, { actor }, { mailId }) {
    const { programId } = actor;
    const mail = await tx.mailMessage.findFirst({
      where: { id: mailId, programId },
      select: { userId: true, state: true, subject: true },
    });
    if (mail === null) throw notFound("mail");
    if (mail.state !== "refused") throw new AppError("BLOCKED", "This mail was not given up.");
    requireOneChanged(
      await tx.mailMessage.updateMany({
        where: { id: mailId, programId, state: "refused" },
        data: { state: "waiting", attempts: 0, claimedUntil: null, problem: "" },
      }),
    );
    await enqueue(tx, "mail", { programId, userId: mail.userId, subjectId: mailId, step: "send" });
    const user = await tx.user.findUnique({ where: { id: mail.userId }, select: { name: true } });
    const subject = { type: "user", id: mail.userId, label: user?.name ?? "a former member" };
    return {
      value: { mailId },
      events: [{ action: "mail.sent-again", subject, after: { mail: mailId, subject: mail.subject } }],
    };
  },
});
