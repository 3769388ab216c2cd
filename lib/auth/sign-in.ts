import "server-only";
import { AppError } from "@/lib/kernel/errors";
import { isStorable } from "@/lib/kernel/storable";
import { accountWithHash } from "./account-by-email";
import { verifyPassword } from "./adapters/password-hash";
import { countAttempt, forgetAttempts } from "./adapters/sign-in-limit";
import { clientAddress } from "./client-address";
import { openSession } from "./commands/open-session";
import { demoDoorIsOpen, demoEmailOf } from "./demo-door";
import { tooManyAttempts } from "./too-many-attempts";

/** The one answer for an unknown address, a wrong password and an account that has none. */
export const REFUSED = "The e-mail address or the password is not right.";

/**
 * Opens a session for an address and password. A password is verified whether the account exists or not.
 * @throws UNAUTHENTICATED with one sentence for every reason, UNAVAILABLE when there were too many attempts.
 */
export async function signInWithPassword(
  { email, password }: { email: string; password: string },
  headers: Headers,
): Promise<{ sessionId: string; userId: string }> {
  const wanted = email.trim().toLowerCase().slice(0, 254);
  const address = clientAddress(headers);
  const seconds = await countAttempt(wanted, address);
  if (seconds !== null) throw tooManyAttempts(seconds);
  const known = isStorable(wanted) ? await accountWithHash(wanted) : null;
  const matches = await verifyPassword(known?.passwordHash ?? null, password.slice(0, 200));
  if (known === null || !matches) throw new AppError("UNAUTHENTICATED", REFUSED);
  await forgetAttempts(wanted, address);
  return begin(known.account, "password", headers);
}

/**
 * Opens a session for the demo person of a role, without a password: only where the demo's door is open.
 * @throws NOT_FOUND everywhere else.
 */
export async function signInToDemo(
  role: string,
  headers: Headers,
): Promise<{ sessionId: string; userId: string }> {
  const email = demoDoorIsOpen(headers) ? demoEmailOf(role) : null;
  const known = email === null ? null : await accountWithHash(email);
  if (!known?.account.isDemo) {
    throw new AppError(
      "NOT_FOUND",
      "There is no demo sign-in here. Sign in with e-mail address and password.",
    );
  }
  return begin(known.account, "demo", headers);
}

type Opening = NonNullable<Awaited<ReturnType<typeof accountWithHash>>>["account"];

async function begin(account: Opening, method: "password" | "demo", headers: Headers) {
  const agent = headers.get("user-agent") ?? "";
  const { sessionId } = await openSession({ account }, { method, address: clientAddress(headers), agent });
  return { sessionId, userId: account.userId };
}
