import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { environment } from "@/lib/kernel/environment";
import { PrismaClient } from "@/prisma/generated/client/client";
import { GatheringSocket } from "./gathering-socket";
import { PREPARED, statementNameOf } from "./statement-names";

const held = globalThis as typeof globalThis & { wavegatePrisma?: PrismaClient; wavegatePool?: pg.Pool };

/** The one client of this process; it logs in as the web role, which sees nothing until an actor is set. */
export function database(): PrismaClient {
  return opened().client;
}

/** The connections of that client, for what is said to PostgreSQL without it. */
export function connections(): pg.Pool {
  return opened().pool;
}

function opened(): { client: PrismaClient; pool: pg.Pool } {
  const { wavegatePrisma: client, wavegatePool: pool } = held;
  if (client !== undefined && pool !== undefined) return { client, pool };
  const made = newPool();
  const adapter = new PrismaPg(made, {
    disposeExternalPool: true,
    statementNameGenerator: ({ sql }) => preparedName(sql) ?? "",
  });
  held.wavegatePool = made;
  held.wavegatePrisma = new PrismaClient({ adapter, errorFormat: "minimal" });
  return { client: held.wavegatePrisma, pool: made };
}

/** The name under which a statement is prepared; undefined for one that says nothing of it. */
export function preparedName(text: string): string | undefined {
  return text.startsWith(PREPARED) ? statementNameOf(text) : undefined;
}

/** What one statement may take, the wait for a lock included; a longer one is ended by the database. */
const STATEMENT_MS = 15_000;

/** For a database that answers nothing at all, not even that it gave up; beyond what any import may take for a statement. */
const SILENCE_MS = 150_000;

/** In pipeline mode what is sent together (the relations of one query) does not wait for each other. */
function newPool(): pg.Pool {
  const { DATABASE_URL } = environment();
  const made = new pg.Pool({
    connectionString: DATABASE_URL,
    max: 10,
    pipeline: true,
    stream: () => new GatheringSocket(),
    statement_timeout: STATEMENT_MS,
    query_timeout: SILENCE_MS,
  });
  // An idle connection that breaks is replaced by the next request; without a listener it would end the process.
  made.on("error", () => undefined);
  return made;
}
