import "server-only";
import type { EventList } from "@/lib/audit/model";
import { defineCommand } from "@/lib/command/define-command";
import { requireOneChanged, requireVersion } from "@/lib/command/version";
import type { Tx } from "@/lib/db/transaction";
import { notFound, refuseIfAny } from "@/lib/kernel/errors";
import { moveReferences } from "../adapters/person-references";
import { mergeBlockers } from "../rules/merging";
import { mergePeopleInput } from "../schema";

/**
 * Two names are one person: everything that names the one names the other from now on, and the one goes. The account
 * and e-mail address of the one that goes stay with the other, where it has none. Answers `{ personId, name, moved }`.
 * @throws BLOCKED when both are linked to different accounts or signed conditions name the one that would go.
 */
export const mergePeople = defineCommand({
  permission: "member:manage",
  input: mergePeopleInput,
  lock: "exclusive",
  timeoutMs: 60_000,
  run: async (tx, { actor, now }, { keptId, keptVersion, goneId, goneVersion }) => {
    const kept = await requirePerson(tx, actor.programId, keptId);
    const gone = await requirePerson(tx, actor.programId, goneId);
    requireVersion(kept, keptVersion);
    requireVersion(gone, goneVersion);
    refuseIfAny(mergeBlockers(kept, gone));
    const moved = await moveReferences(tx, gone, kept, now);
    await tx.person.deleteMany({ where: { id: goneId, programId: actor.programId } });
    requireOneChanged(
      await tx.person.updateMany({
        where: { id: keptId, version: keptVersion, programId: actor.programId },
        data: {
          userId: kept.userId ?? gone.userId,
          email: kept.email ?? gone.email,
          version: { increment: 1 },
        },
      }),
    );
    const takesAccount = kept.userId === null && gone.userId !== null;
    const events: EventList = [
      {
        action: "person.merged",
        subject: { type: "person", id: keptId, label: kept.name },
        after: {
          other: gone.name,
          otherId: goneId,
          moved: moved.length,
          account: takesAccount ? gone.userId : null,
        },
      },
      ...moved,
    ];
    return { value: { personId: keptId, name: kept.name, moved: moved.length }, events };
  },
});

async function requirePerson(tx: Tx, programId: string, id: string) {
  const person = await tx.person.findFirst({
    where: { id, programId },
    select: {
      id: true,
      name: true,
      email: true,
      userId: true,
      version: true,
      _count: { select: { conditions: true } },
    },
  });
  if (person === null) throw notFound("person");
  const { _count, ...facts } = person;
  return { ...facts, conditions: _count.conditions };
}
