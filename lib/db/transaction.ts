import "server-only";
import type { Account, Actor } from "@/lib/access/model";
import { notFound } from "@/lib/kernel/errors";
import { Prisma } from "@/prisma/generated/client/client";
import { database } from "./client";
import { PREPARED } from "./statement-names";
import { translated } from "./translate-error";

export type Tx = Prisma.TransactionClient;

/** A transaction of plain statements; every other one is one as well. */
export type RawTx = {
  $queryRaw<T = unknown>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<T>;
  $executeRaw(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<number>;
};

type Options = {
  /** What one statement of `work` may take, where the usual limit is too short: imports. */
  timeoutMs?: number;
  /** The program's lock, taken before `work` and held to the end. */
  lock?: "shared" | "exclusive";
};

/**
 * Runs `work` in one transaction as a member of the actor's program; row-level security sees the same actor.
 * @throws NOT_FOUND when the membership is no more.
 */
export function withActor<T>(actor: Actor, work: (tx: Tx) => Promise<T>, options: Options = {}): Promise<T> {
  return inTransaction(async (tx) => {
    const [entered] = await tx.$queryRaw<{ role: string | null }[]>(enter(actor, options.lock));
    if (entered?.role !== actor.role) throw notFound("program");
    if (options.timeoutMs !== undefined) {
      await tx.$queryRaw`SELECT set_config('statement_timeout', ${String(options.timeoutMs)}, true)`;
    }
    return work(tx);
  });
}

/** Enters the program and, for a member, takes its lock, in one statement. */
export function enter({ userId, programId }: Actor, lock: Options["lock"]): Prisma.Sql {
  const entered = Prisma.sql`SELECT wavegate_enter(${userId}::uuid, ${programId}::uuid) AS role`;
  if (lock === undefined) return Prisma.sql`${Prisma.raw(PREPARED)} ${entered}`;
  const take = Prisma.raw(lock === "exclusive" ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared");
  return Prisma.sql`${Prisma.raw(PREPARED)} SELECT role, CASE WHEN role IS NOT NULL
    THEN ${take}(hashtextextended(${programId}, 78)) IS NULL END AS locked FROM (${entered} OFFSET 0) AS member`;
}

/** Runs `work` as a person outside any program: own sessions and memberships; the instance for its administrators. */
export function withAccount<T>(account: Pick<Account, "userId">, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(async (tx) => {
    const [entered] = await tx.$queryRaw<{ admin: boolean | null }[]>`
      SELECT wavegate_enter_self(${account.userId}::uuid) AS admin`;
    if (entered === undefined || entered.admin === null) throw notFound("account");
    return work(tx);
  });
}

/**
 * One statement for somebody who has not entered yet: it sees what functions of the database answer to anybody.
 * @throws as a transaction does: a busy database is said in words
 */
export async function askOutside<Row>(statement: Prisma.Sql): Promise<Row[]> {
  try {
    return await database().$queryRaw<Row[]>(statement);
  } catch (error) {
    throw translated(error);
  }
}

/**
 * Prisma's own limit stands far beyond what PostgreSQL allows a statement: when Prisma ends a transaction by its clock it
 * hands the connection on while a query of several statements may still be using it.
 */
const NEVER_BY_CLOCK_MS = 3_600_000;

async function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await database().$transaction(work, { timeout: NEVER_BY_CLOCK_MS, maxWait: 10_000 });
  } catch (error) {
    throw translated(error);
  }
}
