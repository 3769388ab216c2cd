import "server-only";
import * as z from "zod";
import { defineInstanceCommand } from "@/lib/command/define-instance-command";
import { AppError } from "@/lib/kernel/errors";

/** Notes on one's session that one has just proved oneself; the database gives it five minutes. */
export const noteStepUp = defineInstanceCommand({
  who: "self",
  input: z.object({ method: z.enum(["password", "demo"]) }),
  run: async (tx, { account }, { method }) => {
    const { sessionId } = account;
    const [row] = await tx.$queryRaw<{ at: Date | null }[]>`
      SELECT wavegate_step_up(${sessionId}::uuid, ${method}) AS at`;
    if (sessionId === null || !row?.at) {
      throw new AppError("UNAUTHENTICATED", "You are signed out. Sign in again; nothing was signed.");
    }
    return {
      value: { at: row.at },
      events: [
        {
          action: "session.stepped-up",
          subject: { type: "session", id: sessionId, label: account.name },
          after: { method },
        },
      ],
    };
  },
});

/** Notes that a wrong password was given where somebody was about to sign. */
export const noteRefusedStepUp = defineInstanceCommand({
  who: "self",
  input: z.object({ address: z.string().max(200) }),
  run: async (_tx, { account }, { address }) => ({
    value: null,
    events: [
      {
        action: "session.step-up-refused",
        subject: { type: "session", id: account.sessionId ?? account.userId, label: account.name },
        after: { address },
      },
    ],
  }),
});
