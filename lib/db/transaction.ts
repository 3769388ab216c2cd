import "server-only";
import type { Account, Actor } from "@/lib/access/model";
import { notFound } from "@/lib/kernel/errors";
import type { Prisma } from "@/prisma/generated/client/client";
import { database } from "./client";
import { translated } from "./translate-error";

export type Tx = Prisma.TransactionClient;

type Options = { timeoutMs?: number };

/**
 * Runs `work` in one transaction as a member of the actor's program; row-level security sees the same actor.
 * @throws NOT_FOUND when the membership is no more.
 */
export function withActor<T>(actor: Actor, work: (tx: Tx) => Promise<T>, options: Options = {}): Promise<T> {
  return inTransaction(options, async (tx) => {
    const [entered] = await tx.$queryRaw<{ role: string | null }[]>`
      SELECT wavegate_enter(${actor.userId}::uuid, ${actor.programId}::uuid) AS role`;
    if (entered?.role !== actor.role) throw notFound("program");
    return work(tx);
  });
}

/** Runs `work` as a person outside any program: own sessions and memberships; the instance for its administrators. */
export function withAccount<T>(account: Pick<Account, "userId">, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction({}, async (tx) => {
    const [entered] = await tx.$queryRaw<{ admin: boolean | null }[]>`
      SELECT wavegate_enter_self(${account.userId}::uuid) AS admin`;
    if (entered === undefined || entered.admin === null) throw notFound("account");
    return work(tx);
  });
}

async function inTransaction<T>(options: Options, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await database().$transaction(work, { timeout: options.timeoutMs ?? 15_000, maxWait: 10_000 });
  } catch (error) {
    throw translated(error);
  }
}
