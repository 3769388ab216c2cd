import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { environment } from "@/lib/kernel/environment";
import { PrismaClient } from "@/prisma/generated/client/client";

const held = globalThis as typeof globalThis & { wavegatePrisma?: PrismaClient };

/** The one client of this process; it logs in as the web role, which sees nothing until an actor is set. */
export function database(): PrismaClient {
  held.wavegatePrisma ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: environment().DATABASE_URL, max: 10 }),
    errorFormat: "minimal",
  });
  return held.wavegatePrisma;
}
