import "server-only";
import { endSession } from "./commands/end-session";
import { accountOfSession } from "./current-account";

/** Signs a session out; one that has ended already is left as it is. */
export async function endSessionById(sessionId: string): Promise<void> {
  const account = await accountOfSession(sessionId);
  if (account !== null) await endSession({ account }, { sessionId });
}
