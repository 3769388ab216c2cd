import "server-only";
import type { Account } from "@/lib/access/model";
import { withAccount } from "@/lib/db/transaction";
import { environment } from "@/lib/kernel/environment";
import type { SessionEntry } from "../model";
import { deviceOf } from "../rules/device";

/** One's own sign-ins that still count, this one first, then the latest seen. */
export async function listSessions(account: Account): Promise<SessionEntry[]> {
  const now = Date.now();
  const idleSince = new Date(now - environment().WAVEGATE_IDLE_MINUTES * 60_000);
  const rows = await withAccount(account, (tx) =>
    tx.loginSession.findMany({
      where: {
        userId: account.userId,
        endedAt: null,
        expiresAt: { gt: new Date(now) },
        lastSeenAt: { gt: idleSince },
      },
      select: {
        id: true,
        agent: true,
        address: true,
        method: true,
        createdAt: true,
        lastSeenAt: true,
        expiresAt: true,
      },
      orderBy: { lastSeenAt: "desc" },
      take: 100,
    }),
  );
  const entries = rows.map(({ agent, createdAt, ...row }) => ({
    ...row,
    device: deviceOf(agent),
    startedAt: createdAt,
    isThisOne: row.id === account.sessionId,
  }));
  return entries.sort((one, other) => Number(other.isThisOne) - Number(one.isThisOne));
}
