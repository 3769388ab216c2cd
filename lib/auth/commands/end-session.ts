import "server-only";
import * as z from "zod";
import type { AuditEventInput, EventList } from "@/lib/audit/model";
import { defineInstanceCommand, type InstanceContext } from "@/lib/command/define-instance-command";
import { AppError, notFound } from "@/lib/kernel/errors";
import { deviceOf } from "../rules/device";

/** Ends one of one's own sign-ins; the next request that carries it is refused. Answers `{ sessionId }`. */
export const endSession = defineInstanceCommand({
  who: "self",
  input: z.object({ sessionId: z.uuid("This is not an id.") }),
  run: async (tx, ctx, { sessionId }) => {
    const [ended] = await tx.loginSession.updateManyAndReturn({
      where: { id: sessionId, userId: ctx.account.userId, endedAt: null },
      data: { endedAt: ctx.now },
      select: { id: true, agent: true, address: true },
    });
    if (ended === undefined) throw notFound("session");
    return { value: { sessionId }, events: [sessionEnded(ctx, ended)] };
  },
});

/** Ends every sign-in of one's own but this one. Answers `{ count }`. */
export const endOtherSessions = defineInstanceCommand({
  who: "self",
  input: z.object({}),
  run: async (tx, ctx) => {
    const { userId, sessionId } = ctx.account;
    const ended = await tx.loginSession.updateManyAndReturn({
      where: {
        userId,
        endedAt: null,
        expiresAt: { gt: ctx.now },
        ...(sessionId !== null && { id: { not: sessionId } }),
      },
      data: { endedAt: ctx.now },
      select: { id: true, agent: true, address: true },
    });
    const [first, ...rest] = ended.map((session) => sessionEnded(ctx, session));
    if (first === undefined) throw new AppError("INVALID", "There is no other session to end.");
    const events: EventList = [first, ...rest];
    return { value: { count: ended.length }, events };
  },
});

type Ended = { id: string; agent: string; address: string };

/** The event of a session that one ended oneself. */
function sessionEnded(ctx: InstanceContext, { id, agent, address }: Ended): AuditEventInput {
  return {
    action: "session.ended",
    subject: { type: "session", id, label: ctx.account.name },
    after: { device: deviceOf(agent), address, thisOne: id === ctx.account.sessionId },
  };
}
