import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import { defineInstanceCommand } from "@/lib/command/define-instance-command";
import type { Tx } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { createAccountInput } from "../schema";

/** An account without a password, by an instance administrator. Answers `{ userId }`. */
export const createAccount = defineInstanceCommand({
  who: "administrator",
  input: createAccountInput,
  run: async (tx, ctx, input) => {
    if ((await findAccount(tx, input.email)) !== null) {
      throw new AppError("INVALID", "This address has an account already.", {
        fields: { email: "This address has an account already." },
      });
    }
    const { userId, event } = await insertAccount(tx, ctx.now, input);
    return { value: { userId }, events: [event] };
  },
});

/** The account of an address, for managers and instance administrators. */
export async function findAccount(tx: Tx, email: string): Promise<{ userId: string; name: string } | null> {
  const [row] = await tx.$queryRaw<{ user_id: string; name: string }[]>`
    SELECT user_id, name FROM wavegate_find_account(${email})`;
  return row === undefined ? null : { userId: row.user_id, name: row.name };
}

type NewAccount = { email: string; name: string; zone?: string; isDemo?: boolean };

/** Writes an account and answers its id with the event to record. */
export async function insertAccount(
  tx: Tx,
  now: Date,
  { email, name, zone = "UTC", isDemo = false }: NewAccount,
): Promise<{ userId: string; event: AuditEventInput }> {
  // createMany: nothing is read back, because a manager sees an account only once it is a member's.
  await tx.user.createMany({ data: { email, name, zone, isDemo, createdAt: now } });
  const account = await findAccount(tx, email);
  if (account === null) throw new Error("an account was written and is not there");
  const subject = { type: "user", id: account.userId, label: name };
  return { userId: account.userId, event: { action: "user.created", subject, after: { email, name, zone } } };
}
