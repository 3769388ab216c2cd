import "server-only";
import { withAccount } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import type { StepUpStanding } from "../model";

/** As the functions of the database have it. */
const FRESH_MS = 5 * 60_000;

type Session = { method: string; steppedUpAt: Date | null; steppedUpBy: string | null };

/** What this session asks for before its person may sign. @throws UNAUTHENTICATED without a session. */
export async function stepUpStanding(
  person: { userId: string; sessionId: string | null },
  now = new Date(),
): Promise<StepUpStanding> {
  const { sessionId, userId } = person;
  const sessions =
    sessionId === null
      ? []
      : await withAccount(
          person,
          (tx) => tx.$queryRaw<Session[]>`SELECT method, "steppedUpAt", "steppedUpBy" FROM "LoginSession"
            WHERE id = ${sessionId}::uuid AND "userId" = ${userId}::uuid AND "endedAt" IS NULL`,
        );
  const [session] = sessions;
  if (session === undefined) throw new AppError("UNAUTHENTICATED", "You are signed out. Sign in again.");
  const { method, steppedUpAt, steppedUpBy } = session;
  const until = steppedUpAt === null ? null : new Date(steppedUpAt.getTime() + FRESH_MS);
  const fresh = steppedUpBy === "password" && until !== null && until > now;
  return { asks: method === "demo" ? "nothing" : "password", freshUntil: fresh ? until : null };
}
