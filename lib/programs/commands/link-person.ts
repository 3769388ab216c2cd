import "server-only";
import type { EventList } from "@/lib/audit/model";
import { defineCommand } from "@/lib/command/define-command";
import { requireOneChanged, requireVersion } from "@/lib/command/version";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/kernel/errors";
import { linkPersonInput } from "../schema";

/** Says that an account stands for a name in the facts; `userId: null` undoes it. Answers `{ personId }`. */
export const linkPerson = defineCommand({
  permission: "member:manage",
  input: linkPersonInput,
  lock: "shared",
  run: async (tx, ctx, { personId, userId, version }) => {
    const { programId } = ctx.actor;
    const person = await tx.person.findFirst({
      where: { id: personId, programId },
      select: { id: true, name: true, version: true, user: { select: { id: true, name: true } } },
    });
    if (person === null) throw notFound("person");
    requireVersion(person, version ?? person.version);
    if ((person.user?.id ?? null) === userId) throw new AppError("INVALID", "Nothing was changed.");
    const account = userId === null ? null : await requireMember(tx, programId, userId);
    if (account !== null) await refuseLinked(tx, programId, account);
    const changed = await tx.person.updateMany({
      where: { id: person.id, programId, version: person.version },
      data: { userId, version: { increment: 1 } },
    });
    requireOneChanged(changed);
    const events: EventList = [
      {
        action: "person.linked",
        subject: { type: "person", id: person.id, label: person.name },
        before: { account: person.user?.name ?? null },
        after: { account: account?.name ?? null, accountId: userId },
      },
    ];
    return { value: { personId: person.id }, events };
  },
});

type Linked = { id: string; name: string };

async function requireMember(tx: Tx, programId: string, userId: string): Promise<Linked> {
  const membership = await tx.membership.findFirst({
    where: { programId, userId },
    select: { user: { select: { id: true, name: true } } },
  });
  if (membership === null) throw notFound("member");
  return membership.user;
}

async function refuseLinked(tx: Tx, programId: string, account: Linked): Promise<void> {
  const other = await tx.person.findFirst({
    where: { programId, userId: account.id },
    select: { name: true },
  });
  if (other === null) return;
  const message = `The account of ${account.name} stands for ${other.name} already. Undo that link first.`;
  throw new AppError("BLOCKED", message, { violations: [{ code: "person.account-taken", message }] });
}
