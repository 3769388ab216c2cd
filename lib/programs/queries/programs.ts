import "server-only";
import type { Account } from "@/lib/access/model";
import { withAccount } from "@/lib/db/transaction";
import type { ProgramEntry } from "../model";

/** The programs a person is a member of now, by name. */
export function listPrograms(account: Account): Promise<ProgramEntry[]> {
  return withAccount(account, async (tx) => {
    const memberships = await tx.membership.findMany({
      where: { userId: account.userId, OR: [{ endsAt: null }, { endsAt: { gt: new Date() } }] },
      select: { role: true, program: { select: { id: true, slug: true, name: true } } },
      orderBy: { program: { name: "asc" } },
    });
    return memberships.map(({ role, program }) => ({ ...program, role }));
  });
}
