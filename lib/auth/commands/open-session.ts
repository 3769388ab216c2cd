import "server-only";
import * as z from "zod";
import { defineInstanceCommand } from "@/lib/command/define-instance-command";
import { environment } from "@/lib/kernel/environment";
import { AppError } from "@/lib/kernel/errors";

const input = z.object({
  method: z.enum(["password", "demo"]),
  address: z.string().max(200),
  agent: z.string().transform((agent) => agent.slice(0, 300)),
});

/** Begins a session of one's own and notes it in the instance's audit trail. Answers its id. */
export const openSession = defineInstanceCommand({
  who: "self",
  input,
  run: async (tx, ctx, { method, address, agent }) => {
    const { userId, name } = ctx.account;
    const hours = environment().WAVEGATE_SESSION_HOURS;
    const [row] = await tx.$queryRaw<{ id: string | null }[]>`
      SELECT wavegate_open_session(${userId}::uuid, ${method}, ${address}, ${agent}, ${hours}::int) AS id`;
    const sessionId = row?.id;
    if (!sessionId) throw new AppError("UNAVAILABLE", "The session could not be opened.");
    return {
      value: { sessionId },
      events: [
        {
          action: "session.opened",
          subject: { type: "session", id: sessionId, label: name },
          after: { method, address },
        },
      ],
    };
  },
});
