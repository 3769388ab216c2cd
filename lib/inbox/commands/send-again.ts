import "server-only";
import { defineCommand } from "@/lib/command/define-command";
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
    const [mail] = await tx.$queryRaw<{ userId: string; subject: string; was: string }[]>`
      SELECT user_id AS "userId", subject, was FROM wavegate_mail_again(${mailId}::uuid)`;
    if (mail === undefined) throw notFound("mail");
    if (mail.was === "cleared")
      throw new AppError(
        "BLOCKED",
        "What this mail said is not kept any more. The inbox still shows what waits.",
      );
    if (mail.was !== "refused") throw new AppError("BLOCKED", "This mail was not given up.");
    await enqueue(tx, "mail", { programId, userId: mail.userId, subjectId: mailId, step: "send" });
    const user = await tx.user.findUnique({ where: { id: mail.userId }, select: { name: true } });
    const subject = { type: "user", id: mail.userId, label: user?.name ?? "a former member" };
    return {
      value: { mailId },
      events: [{ action: "mail.sent-again", subject, after: { mail: mailId, subject: mail.subject } }],
    };
  },
});
