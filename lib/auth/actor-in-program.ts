import "server-only";
import type { Account, Actor, Role, Via } from "@/lib/access/model";
import { withAccount } from "@/lib/db/transaction";

/** The person as a member of a program; null when there is no such membership now. */
export function actorInProgram(account: Account, programSlug: string, via: Via): Promise<Actor | null> {
  return withAccount(account, async (tx) => {
    const membership = await tx.membership.findFirst({
      where: {
        userId: account.userId,
        program: { slug: programSlug },
        OR: [{ endsAt: null }, { endsAt: { gt: new Date() } }],
      },
      select: { role: true, program: { select: { id: true, slug: true, name: true, zone: true } } },
    });
    if (membership === null) return null;
    return {
      userId: account.userId,
      name: account.name,
      email: account.email,
      zone: account.zone,
      programId: membership.program.id,
      programSlug: membership.program.slug,
      programName: membership.program.name,
      programZone: membership.program.zone,
      role: membership.role satisfies Role,
      sessionId: account.sessionId,
      via,
    };
  });
}
