import type pg from "pg";
import { connectAsWeb } from "./database";
import { enterAs } from "./every-table";

/**
 * What a member of a program could do who reached SQL with the product's own login. Nothing of it stays.
 * `code` answers the SQLSTATE that refused a statement, null when it passed; `rows` how many rows it touched.
 */
export function memberOf(programId: () => string) {
  const as = async <T>(userId: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = await connectAsWeb();
    try {
      await client.query("BEGIN");
      await enterAs(client, userId, programId());
      return await work(client);
    } finally {
      await client.query("ROLLBACK");
      await client.end();
    }
  };
  return {
    as,
    code: (userId: string, statement: string) => as(userId, (client) => codeOf(client, statement)),
    rows: (userId: string, statement: string) =>
      as(userId, async (client) => (await client.query(statement)).rowCount),
  };
}

/** The SQLSTATE that refused the statement; null when it passed. */
export function codeOf(client: pg.Client, statement: string): Promise<unknown> {
  return client.query(statement).then(
    () => null,
    (error: unknown) => (error instanceof Error && "code" in error ? error.code : String(error)),
  );
}
