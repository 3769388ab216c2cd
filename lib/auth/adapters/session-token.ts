import "server-only";
import { decode } from "next-auth/jwt";

/** Cookies decrypted before, until they expire: a page or a list asks for the same one again and again. */
const known = new Map<string, { sessionId: string; until: number }>();
const MOST = 2000;

/**
 * The session id inside an encrypted cookie; null for one that is forged, expired or not ours. Whether the session still
 * counts is not asked here: its row decides, on every request.
 */
export async function sessionIdOf(cookie: string): Promise<string | null> {
  const found = known.get(cookie);
  if (found !== undefined && found.until > Date.now()) return found.sessionId;
  known.delete(cookie);
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set: the start script makes it, or set your own.");
  const token = await decode({ token: cookie, secret }).catch(() => null);
  if (typeof token?.sessionId !== "string") return null;
  if (typeof token.exp === "number") remember(cookie, token.sessionId, token.exp * 1000);
  return token.sessionId;
}

function remember(cookie: string, sessionId: string, until: number): void {
  const oldest = known.size >= MOST ? known.keys().next().value : undefined;
  if (oldest !== undefined) known.delete(oldest);
  known.set(cookie, { sessionId, until });
}
