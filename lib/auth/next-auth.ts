import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { AppError } from "@/lib/kernel/errors";
import { accountOfSession } from "./current-account";
import { endSessionById } from "./end-session-by-id";
import { localPath } from "./rules/local-path";
import { sessionCookieName, sessionCookieOptions, sessionSeconds } from "./session-cookie";
import { signInToDemo, signInWithPassword } from "./sign-in";

/** next-auth over the product's own sign-in: its token carries the id of a session row, and the row decides. */
export function authOptions(): NextAuthOptions {
  return {
    providers: [passwordProvider(), demoProvider()],
    session: { strategy: "jwt", maxAge: sessionSeconds(), updateAge: sessionSeconds() },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    callbacks: {
      jwt: ({ token, user }) => ({ sessionId: user?.id ?? token.sessionId }),
      session: async ({ session, token }) => {
        const account = typeof token.sessionId === "string" ? await accountOfSession(token.sessionId) : null;
        const user = account === null ? undefined : { name: account.name, email: account.email };
        return { expires: session.expires, user };
      },
      redirect: ({ url }) => localPath(url),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sessionId === "string") await endSessionById(token.sessionId);
      },
    },
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  };
}

function passwordProvider() {
  return Credentials({
    id: "credentials",
    name: "E-mail address and password",
    credentials: { email: { type: "email" }, password: { type: "password" } },
    authorize: async (given, request) => {
      const credentials = { email: given?.email ?? "", password: given?.password ?? "" };
      return opened(() => signInWithPassword(credentials, headersOf(request.headers)));
    },
  });
}

function demoProvider() {
  return Credentials({
    id: "demo",
    name: "Demo",
    credentials: { role: { type: "text" } },
    authorize: async (given, request) =>
      opened(() => signInToDemo(given?.role ?? "", headersOf(request.headers))),
  });
}

/** The id that next-auth carries on is that of the session, not of the person. */
async function opened(open: () => Promise<{ sessionId: string }>): Promise<{ id: string } | null> {
  try {
    return { id: (await open()).sessionId };
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

function headersOf(given: Record<string, unknown> | undefined): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(given ?? {})) {
    if (typeof value === "string") headers.set(name, value);
  }
  return headers;
}
