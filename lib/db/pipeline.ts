import "server-only";
import pg from "pg";
import type { Permission, Role } from "@/lib/access/model";
import { ROLES } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { environment } from "@/lib/kernel/environment";
import { AppError, notFound } from "@/lib/kernel/errors";
import { GatheringSocket } from "./gathering-socket";
import { statementNameOf } from "./statement-names";
import { translated } from "./translate-error";

/** One statement whose single row holds JSON text in column `json`. */
export type JsonStatement = { text: string; values: unknown[] };

const held = globalThis as typeof globalThis & { wavegatePipeline?: pg.Pool };

/**
 * A hot read in one round trip: begin, check the login session and enter the program, the query, commit. Row-level
 * security sees the same actor as everywhere. The answer is PostgreSQL's own JSON text.
 * @throws UNAUTHENTICATED for a session that is over, NOT_FOUND outside one's programs, FORBIDDEN without the right.
 */
export async function readJson(
  sessionId: string,
  slug: string,
  permission: Permission,
  statement: JsonStatement,
): Promise<{ role: Role; json: string }> {
  const client = await connected();
  const settled = await Promise.allSettled([
    // Named, and so corked with the rest: a plain text would be sent by itself.
    client.query({ name: "wavegate_begin", text: "BEGIN" }),
    client.query<ActRow>({ name: "wavegate_act", text: ACT, values: [sessionId, slug, idleMinutes()] }),
    client.query<{ json: string }>({ ...statement, name: statementNameOf(statement.text) }),
    client.query("COMMIT"),
  ]);
  // COMMIT answered, as COMMIT or ROLLBACK: nothing of the actor is left on the connection. Else it is thrown away.
  client.release(settled[3].status === "rejected");
  return answerOf(settled, permission);
}

/** Ends the pool; for tests and for the end of the process. */
export async function closePipeline(): Promise<void> {
  const pool = held.wavegatePipeline;
  held.wavegatePipeline = undefined;
  await pool?.end();
}

type ActRow = { user_id: string | null; program_id: string | null; role: string | null };
type Settled = [
  PromiseSettledResult<pg.QueryResult>,
  PromiseSettledResult<pg.QueryResult<ActRow>>,
  PromiseSettledResult<pg.QueryResult<{ json: string }>>,
  PromiseSettledResult<pg.QueryResult>,
];

const ACT = "SELECT user_id, program_id, role FROM wavegate_act($1::uuid, $2::text, $3::int)";

/** Every result is looked at: after a failed step COMMIT resolves all the same, as ROLLBACK. */
function answerOf([begun, acted, read, ended]: Settled, permission: Permission) {
  for (const one of [begun, acted, read, ended]) if (one.status === "rejected") throw translated(one.reason);
  if (acted.status !== "fulfilled" || read.status !== "fulfilled" || ended.status !== "fulfilled") {
    throw new Error("unreachable: a rejected step was thrown above");
  }
  const actor = acted.value.rows[0];
  if (!actor?.user_id) throw new AppError("UNAUTHENTICATED", "You are signed out. Sign in again.");
  const role = ROLES.find((one) => one === actor.role);
  if (role === undefined) throw notFound("program");
  if (!can({ role }, permission)) {
    throw new AppError("FORBIDDEN", "Your role in this program does not include this.");
  }
  const row = read.value.rows[0];
  if (ended.value.command !== "COMMIT" || row === undefined)
    throw new Error("the pipelined read did not commit");
  return { role, json: row.json };
}

async function connected(): Promise<pg.PoolClient> {
  try {
    return await pool().connect();
  } catch (cause) {
    throw new AppError("UNAVAILABLE", "The database does not answer. Nothing was changed; try again.", {
      cause,
    });
  }
}

function pool(): pg.Pool {
  if (held.wavegatePipeline === undefined) {
    const made = new pg.Pool({
      connectionString: environment().DATABASE_URL,
      max: 6,
      pipeline: true,
      stream: () => new GatheringSocket(),
      // Few statements, asked again and again: planning each anew for its values costs more than it saves.
      options: "-c plan_cache_mode=force_generic_plan",
      connectionTimeoutMillis: 10_000,
      statement_timeout: 15_000,
      // For a database that answers nothing at all, not even that it gave up.
      query_timeout: 20_000,
    });
    // An idle connection that breaks is replaced by the next request; without a listener it would end the process.
    made.on("error", () => undefined);
    held.wavegatePipeline = made;
  }
  return held.wavegatePipeline;
}

function idleMinutes(): number {
  return environment().WAVEGATE_IDLE_MINUTES;
}
