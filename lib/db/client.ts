import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { environment } from "@/lib/kernel/environment";
import { PrismaClient } from "@/prisma/generated/client/client";
import { GatheringSocket } from "./gathering-socket";
import { PREPARED, statementNameOf } from "./statement-names";

const held = globalThis as typeof globalThis & { wavegatePrisma?: PrismaClient };

/** The one client of this process; it logs in as the web role, which sees nothing until an actor is set. */
export function database(): PrismaClient {
  held.wavegatePrisma ??= new PrismaClient({
    adapter: new PrismaPg(pool(), {
      disposeExternalPool: true,
      statementNameGenerator: ({ sql }) => (sql.startsWith(PREPARED) && statementNameOf(sql)) || "",
    }),
    errorFormat: "minimal",
  });
  return held.wavegatePrisma;
}

/** What one statement may take, the wait for a lock included; a longer one is ended by the database. */
const STATEMENT_MS = 15_000;

/** For a database that answers nothing at all, not even that it gave up; beyond what any import may take for a statement. */
const SILENCE_MS = 150_000;

/** In pipeline mode what is sent together (the relations of one query) does not wait for each other. */
function pool(): pg.Pool {
  const { DATABASE_URL } = environment();
  return new pg.Pool({
    connectionString: DATABASE_URL,
    max: 10,
    pipeline: true,
    stream: () => new GatheringSocket(),
    statement_timeout: STATEMENT_MS,
    query_timeout: SILENCE_MS,
  });
}
