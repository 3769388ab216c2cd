import "server-only";
import type { Account } from "@/lib/access/model";
import { askOutside } from "@/lib/db/transaction";
import { Prisma } from "@/prisma/generated/client/client";

/** An account with the hash of its password; the hash never leaves the sign-in. */
export type AccountWithHash = { account: Account; passwordHash: string | null };

type Row = {
  user_id: string;
  password_hash: string | null;
  email: string;
  name: string;
  zone: string;
  is_admin: boolean;
  is_demo: boolean;
};

/** For sign-in alone: the enabled account of an address, with its hash; null when there is none. */
export async function accountWithHash(email: string): Promise<AccountWithHash | null> {
  const [row] = await askOutside<Row>(Prisma.sql`
    SELECT user_id, password_hash, email, name, zone, is_admin, is_demo FROM wavegate_sign_in_lookup(${email})`);
  if (row === undefined) return null;
  return {
    passwordHash: row.password_hash,
    account: {
      userId: row.user_id,
      name: row.name,
      email: row.email,
      zone: row.zone,
      isInstanceAdmin: row.is_admin,
      isDemo: row.is_demo,
      sessionId: null,
    },
  };
}

/** For command-line tools that act as somebody: the enabled account of an address. */
export async function accountByEmail(email: string): Promise<Account | null> {
  return (await accountWithHash(email))?.account ?? null;
}
