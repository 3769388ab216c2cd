import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { environment } from "@/lib/kernel/environment";
import { PrismaClient } from "@/prisma/generated/client/client";
import { pipelineTransactions } from "./pipelined-transactions";
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

/** In pipeline mode what is sent together (relations of one query, BEGIN and what follows) does not wait for each other. */
function pool(): pg.Pool {
  const made = new pg.Pool({ connectionString: environment().DATABASE_URL, max: 10, pipeline: true });
  made.on("connect", pipelineTransactions);
  return made;
}
