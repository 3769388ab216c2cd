import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import type { Account } from "@/lib/access/model";
import { PREPARED } from "@/lib/db/statement-names";
import { askOutside } from "@/lib/db/transaction";
import { environment } from "@/lib/kernel/environment";
import { Prisma } from "@/prisma/generated/client/client";
import { sessionIdOf } from "./adapters/session-token";
import { sessionCookieName } from "./session-cookie";

type SessionRow = {
  session_id: string;
  user_id: string;
  email: string;
  name: string;
  zone: string;
  is_admin: boolean;
  is_demo: boolean;
};

/** Who is signed in, by the session row the cookie names; null when it is absent, ended, idle too long or over. */
export const currentAccount = cache(async (): Promise<Account | null> => {
  const sessionId = await sessionIdOfRequest();
  return sessionId === null ? null : accountOfSession(sessionId);
});

/** The account of a session id, checked in the database at this moment. */
export async function accountOfSession(sessionId: string): Promise<Account | null> {
  const [row] = await askOutside<SessionRow>(Prisma.sql`${Prisma.raw(PREPARED)}
    SELECT session_id, user_id, email, name, zone, is_admin, is_demo
    FROM wavegate_session(${sessionId}::uuid, ${environment().WAVEGATE_IDLE_MINUTES}::int)`);
  if (row === undefined) return null;
  return {
    userId: row.user_id,
    name: row.name,
    email: row.email,
    zone: row.zone,
    isInstanceAdmin: row.is_admin,
    isDemo: row.is_demo,
    sessionId: row.session_id,
  };
}

/** The session id inside the encrypted cookie; null when there is none. Whether the session counts, its row says. */
export async function sessionIdOfRequest(): Promise<string | null> {
  const cookie = (await cookies()).get(sessionCookieName());
  return cookie === undefined ? null : sessionIdOf(cookie.value);
}
