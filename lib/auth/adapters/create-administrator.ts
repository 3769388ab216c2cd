import "server-only";
import { randomUUID } from "node:crypto";
import pg from "pg";
import type { Account } from "@/lib/access/model";
import { eventBody } from "@/lib/audit/adapters/append-events";
import { witnessHeads } from "@/lib/audit/adapters/witness-file";
import { INSTANCE_CHAIN } from "@/lib/audit/model";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { AppError } from "@/lib/kernel/errors";
import { cleanName } from "@/lib/kernel/text";

type NewAdministrator = { email: string; name: string; passwordHash: string | null };

/**
 * Makes an instance administrator with the owner's login: nobody inside the product may. Whoever holds
 * `DATABASE_OWNER_URL` holds the database anyway; the event in the instance chain says that it came from there.
 * @throws INVALID when the address has an account already.
 */
export async function createAdministrator(ownerUrl: string, wanted: NewAdministrator): Promise<Account> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    const account = await insertAdministrator(client, wanted);
    const head = await appendCreation(client, account);
    await client.query("COMMIT");
    await witnessHeads([head]);
    return account;
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    await client.end();
  }
}

async function insertAdministrator(client: pg.Client, wanted: NewAdministrator): Promise<Account> {
  const account: Account = {
    userId: randomUUID(),
    name: cleanName(wanted.name),
    email: wanted.email.trim().toLowerCase(),
    zone: "UTC",
    isInstanceAdmin: true,
    isDemo: false,
    sessionId: null,
  };
  const { rowCount } = await client.query(
    `INSERT INTO "User" (id, email, name, "passwordHash", "isInstanceAdmin", "createdAt")
     VALUES ($1, $2, $3, $4, true, clock_timestamp()) ON CONFLICT (email) DO NOTHING`,
    [account.userId, account.email, account.name, wanted.passwordHash],
  );
  if (rowCount !== 1) throw new AppError("INVALID", `${account.email} has an account already.`);
  return account;
}

async function appendCreation(client: pg.Client, { userId, name, email }: Account) {
  const body = eventBody(
    {
      action: "user.created",
      subject: { type: "user", id: userId, label: name },
      after: { email, name, instanceAdministrator: true },
    },
    {
      actor: { userId, name, role: "database_owner", via: "command-line" },
      now: new Date(),
      requestId: randomUUID(),
    },
  );
  await client.query("SELECT wavegate_enter_self($1)", [userId]);
  const { rows } = await client.query<{ seq: string; hash: string; recorded_at: string }>(
    "SELECT seq, hash, recorded_at FROM wavegate_audit_append($1, $2::text[])",
    [INSTANCE_CHAIN, [canonicalJson(body)]],
  );
  const head = rows[0];
  if (head === undefined) throw new Error("the audit chain answered nothing");
  return { chain: INSTANCE_CHAIN, seq: Number(head.seq), hash: head.hash, at: head.recorded_at };
}
