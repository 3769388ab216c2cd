import "server-only";
import type pg from "pg";
import type { Actor } from "@/lib/access/model";
import { AppError, notFound } from "@/lib/kernel/errors";
import { Prisma } from "@/prisma/generated/client/client";
import { connections, preparedName } from "./client";
import { sentValue, VALUE_READERS } from "./raw-values";
import { enter, type RawTx } from "./transaction";
import { translated } from "./translate-error";

/** What `work` answers, and the statement that ends the transaction: sent together with COMMIT. */
type Ending<T> = { value: T; last: Prisma.Sql };

/**
 * As `withActor`, for hot writes made of plain statements: they go to the driver as they are, without Prisma, and what need not
 * wait for each other goes out together: BEGIN with who enters the program, and the last statement with COMMIT, so that what it
 * locks is held for as long as the database needs and no longer. Answers the value of `work` and the rows of that last statement.
 * @throws NOT_FOUND when the membership is no more.
 */
export async function withActorAtOnce<T, Row>(
  actor: Actor,
  lock: "shared" | "exclusive",
  work: (tx: RawTx) => Promise<Ending<T>>,
): Promise<{ value: T; rows: Row[] }> {
  const client = await connected();
  let lost = false;
  const onError = () => {
    lost = true;
  };
  client.on("error", onError);
  try {
    return await transaction<T, Row>(client, actor, lock, work);
  } catch (error) {
    // Whatever came before: nothing of the actor is left on the connection, or it is thrown away.
    await client.query("ROLLBACK").catch(onError);
    throw translated(error);
  } finally {
    client.off("error", onError);
    client.release(lost);
  }
}

async function transaction<T, Row>(
  client: pg.PoolClient,
  actor: Actor,
  lock: "shared" | "exclusive",
  work: (tx: RawTx) => Promise<Ending<T>>,
): Promise<{ value: T; rows: Row[] }> {
  const begun = client.query({ name: "wavegate_begin", text: "BEGIN" });
  const [, { rows: members }] = await both(begun, say(client, enter(actor, lock)));
  if (members[0]?.role !== actor.role) throw notFound("program");
  const { value, last } = await work(rawTx(client));
  // Said before COMMIT is: where it cannot even be sent, nothing is committed.
  const said = say(client, last);
  const [{ rows }, ended] = await both(said, client.query({ name: "wavegate_commit", text: "COMMIT" }));
  // After a failed statement COMMIT resolves all the same, as ROLLBACK.
  if (ended.command !== "COMMIT") throw new Error("the transaction did not commit");
  return { value, rows: rowsOf(rows) };
}

/** Waits for both, also where the first has failed: nothing is sent behind statements that are still under way. */
async function both<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  const [first, second] = await Promise.allSettled([one, other]);
  if (first.status === "rejected") throw first.reason;
  if (second.status === "rejected") throw second.reason;
  return [first.value, second.value];
}

function say(client: pg.PoolClient, { text, values }: Prisma.Sql): Promise<pg.QueryResult> {
  const given = values.map(sentValue);
  return client.query({ name: preparedName(text), text, values: given, types: VALUE_READERS });
}

function rawTx(client: pg.PoolClient): RawTx {
  const said = (query: TemplateStringsArray | Prisma.Sql, values: readonly unknown[]) =>
    say(client, query instanceof Prisma.Sql ? query : Prisma.sql(query, ...values));
  return {
    $queryRaw: async (query, ...values) => rowsOf((await said(query, values)).rows),
    $executeRaw: async (query, ...values) => (await said(query, values)).rowCount ?? 0,
  };
}

/** The one place where rows take the type that their reader names, as with Prisma's raw queries. */
function rowsOf<T>(rows: unknown): T {
  return rows as T;
}

const MOST_WAIT_MS = 10_000;

/** A connection of the pool, within the time in which Prisma would have one. */
function connected(): Promise<pg.PoolClient> {
  return new Promise((resolve, reject) => {
    let late = false;
    const refuse = (cause?: unknown) => {
      late = true;
      reject(
        new AppError("UNAVAILABLE", "The database does not answer. Nothing was changed; try again.", {
          cause,
        }),
      );
    };
    const clock = setTimeout(refuse, MOST_WAIT_MS);
    connections()
      .connect()
      .then((client) => (late ? client.release() : resolve(client)), refuse)
      .finally(() => clearTimeout(clock));
  });
}
