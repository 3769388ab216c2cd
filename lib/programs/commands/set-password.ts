import "server-only";
import type { EventList } from "@/lib/audit/model";
import { accountWithHash } from "@/lib/auth/account-by-email";
import { hashPassword, verifyPassword } from "@/lib/auth/adapters/password-hash";
import { countAttempt, forgetAttempts } from "@/lib/auth/adapters/sign-in-limit";
import { defineInstanceCommand } from "@/lib/command/define-instance-command";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/kernel/errors";
import { changePasswordInput, setPasswordInput } from "../schema";
import { findAccount } from "./create-account";

/** A password for any account, by an instance administrator. Answers `{ userId }`. */
export const setPassword = defineInstanceCommand({
  who: "administrator",
  input: setPasswordInput,
  run: async (tx, _ctx, { email, password }) => {
    const account = await findAccount(tx, email);
    if (account === null) throw notFound("account");
    await keepHash(tx, account.userId, await hashPassword(password));
    return { value: { userId: account.userId }, events: passwordSet(account, "instance administrator") };
  },
});

/** Another password for oneself; every other session of one's own ends. Answers `{ endedSessions }`. */
export const changePassword = defineInstanceCommand({
  who: "self",
  input: changePasswordInput,
  run: async (tx, ctx, { oldPassword, newPassword }) => {
    const { userId, name, email, sessionId } = ctx.account;
    await refuseGuessing(email, userId);
    const known = await accountWithHash(email);
    if (!(await verifyPassword(known?.passwordHash ?? null, oldPassword))) {
      const message = "This is not the password you have now.";
      throw new AppError("INVALID", message, { fields: { oldPassword: message } });
    }
    await forgetAttempts(email, userId);
    await keepHash(tx, userId, await hashPassword(newPassword));
    const { count } = await tx.loginSession.updateMany({
      where: { userId, endedAt: null, ...(sessionId !== null && { id: { not: sessionId } }) },
      data: { endedAt: ctx.now },
    });
    return { value: { endedSessions: count }, events: passwordSet({ userId, name }, "the person", count) };
  },
});

/** Whoever finds a screen unlocked guesses no faster here than at the sign-in, and shares its count. */
async function refuseGuessing(email: string, userId: string): Promise<void> {
  const seconds = await countAttempt(email, userId);
  if (seconds === null) return;
  const message = "Too many attempts. Wait a quarter of an hour and try again.";
  throw new AppError("UNAVAILABLE", message, { fields: { oldPassword: message } });
}

async function keepHash(tx: Tx, userId: string, hash: string): Promise<void> {
  const [kept] = await tx.$queryRaw<{ kept: boolean }[]>`
    SELECT wavegate_set_password(${userId}::uuid, ${hash}) AS kept`;
  if (kept?.kept !== true) throw notFound("account");
}

function passwordSet(
  account: { userId: string; name: string },
  by: string,
  endedSessions: number | null = null,
): EventList {
  const subject = { type: "user", id: account.userId, label: account.name };
  return [{ action: "user.password-set", subject, after: { by, endedSessions } }];
}
