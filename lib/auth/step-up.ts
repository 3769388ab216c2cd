import "server-only";
import type { Account } from "@/lib/access/model";
import { AppError } from "@/lib/kernel/errors";
import { accountWithHash } from "./account-by-email";
import { verifyPassword } from "./adapters/password-hash";
import { countAttempt, forgetAttempts } from "./adapters/sign-in-limit";
import { clientAddress } from "./client-address";
import { noteRefusedStepUp, noteStepUp } from "./commands/note-step-up";
import { demoDoorIsOpen } from "./demo-door";
import { stepUpStanding } from "./queries/step-up-standing";
import { tooManyAttempts } from "./too-many-attempts";

/** The one answer for a wrong password, for none, and for an account that has none. */
export const NOT_PROVEN = "The password is not right. Nothing was signed.";

/**
 * Proves again that whoever holds this session is its person, before they sign: by the password, noted on the session for
 * five minutes. While that proof is fresh an empty password is enough. A session of the demo has no password: it is let
 * through where the demo's door stands open for this very request, and nowhere else.
 * @throws INVALID with one sentence for every wrong password, UNAVAILABLE after too many, BLOCKED where the demo is closed.
 */
export async function stepUp(account: Account, password: string, headers: Headers): Promise<void> {
  const standing = await stepUpStanding(account);
  if (standing.asks === "nothing") {
    if (!demoDoorIsOpen(headers)) {
      throw new AppError(
        "BLOCKED",
        "This session came through the demo’s door, and the demo is closed here.",
      );
    }
    await noteStepUp({ account }, { method: "demo" });
    return;
  }
  if (password === "" && standing.freshUntil !== null) return;
  await requirePassword(account, password, headers);
  await noteStepUp({ account }, { method: "password" });
}

async function requirePassword(account: Account, password: string, headers: Headers): Promise<void> {
  const address = clientAddress(headers);
  const seconds = await countAttempt(account.email, address);
  if (seconds !== null) throw tooManyAttempts(seconds);
  const known = await accountWithHash(account.email);
  const matches = await verifyPassword(known?.passwordHash ?? null, password.slice(0, 200));
  if (!matches || known?.account.userId !== account.userId) {
    await noteRefusedStepUp({ account }, { address });
    throw new AppError("INVALID", NOT_PROVEN, { fields: { password: NOT_PROVEN } });
  }
  await forgetAttempts(account.email, address);
}
