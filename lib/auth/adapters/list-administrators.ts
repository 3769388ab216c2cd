import "server-only";
import pg from "pg";
import type { Account } from "@/lib/access/model";

/** The enabled instance administrators, oldest first, read with the owner's login: for command-line tools alone. */
export async function listAdministrators(ownerUrl: string): Promise<Account[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Pick<Account, "userId" | "name" | "email" | "zone">>(
      `SELECT id AS "userId", name, email, zone FROM "User"
       WHERE "isInstanceAdmin" AND "disabledAt" IS NULL ORDER BY "createdAt"`,
    );
    return rows.map((row) => ({ ...row, isInstanceAdmin: true, isDemo: false, sessionId: null }));
  } finally {
    await client.end();
  }
}
