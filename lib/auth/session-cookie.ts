import "server-only";
import { cookies } from "next/headers";
import { encode } from "next-auth/jwt";
import { environment } from "@/lib/kernel/environment";
import type { SessionToken } from "./model";

/** Whether the product is reached by https, as its public address says. */
export function isSecure(): boolean {
  return process.env.NEXTAUTH_URL?.startsWith("https://") ?? false;
}

/** The session cookie's name, the one next-auth reads. */
export function sessionCookieName(): string {
  return `${isSecure() ? "__Secure-" : ""}next-auth.session-token`;
}

/** How the session cookie is set: unreadable for scripts, not sent by other sites, only over https where there is https. */
export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() } as const;
}

/** Seconds a cookie lives; the row ends a session earlier when it is idle. */
export function sessionSeconds(): number {
  return environment().WAVEGATE_SESSION_HOURS * 3600;
}

/** Gives the browser the cookie of a session: the id of its row, encrypted, and nothing else. */
export async function setSessionCookie(sessionId: string): Promise<void> {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set: the start script makes it, or set your own.");
  const token: SessionToken = { sessionId };
  const value = await encode({ token, secret, maxAge: sessionSeconds() });
  const options = { ...sessionCookieOptions(), maxAge: sessionSeconds() };
  (await cookies()).set(sessionCookieName(), value, options);
}

/** Takes the cookie back. */
export async function clearSessionCookie(): Promise<void> {
  (await cookies()).delete(sessionCookieName());
}
