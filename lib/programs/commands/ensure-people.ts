import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { cleanName, nameKey } from "@/lib/kernel/text";

/**
 * The people of these names, added where the program does not know them. Blank names are passed over.
 * Answers the id of each by `nameKey(name)` and one event for each who was added.
 */
export async function ensurePeople(
  tx: Tx,
  ctx: CommandContext,
  names: readonly string[],
): Promise<{ idByKey: Map<string, string>; events: AuditEventInput[] }> {
  const { programId } = ctx.actor;
  const wanted = new Map(names.map((name) => [nameKey(name), cleanName(name)]));
  wanted.delete("");
  const keys = [...wanted.keys()];
  const known = await tx.person.findMany({
    where: { programId, nameKey: { in: keys } },
    select: { id: true, nameKey: true },
  });
  const idByKey = new Map(known.map((person) => [person.nameKey, person.id]));
  const missing = [...wanted].filter(([key]) => !idByKey.has(key));
  if (missing.length === 0) return { idByKey, events: [] };
  const added = await tx.person.createManyAndReturn({
    data: missing.map(([key, name]) => ({ programId, nameKey: key, name, createdAt: ctx.now })),
    select: { id: true, name: true, nameKey: true },
    skipDuplicates: true,
  });
  for (const person of added) idByKey.set(person.nameKey, person.id);
  await readThoseAddedMeanwhile(tx, programId, keys, idByKey);
  return { idByKey, events: added.map(personAdded) };
}

/** The event of a new person. */
export function personAdded(person: { id: string; name: string; email?: string | null }): AuditEventInput {
  return {
    action: "person.added",
    subject: { type: "person", id: person.id, label: person.name },
    after: { name: person.name, email: person.email ?? null },
  };
}

async function readThoseAddedMeanwhile(
  tx: Tx,
  programId: string,
  keys: readonly string[],
  idByKey: Map<string, string>,
): Promise<void> {
  const missing = keys.filter((key) => !idByKey.has(key));
  if (missing.length === 0) return;
  const others = await tx.person.findMany({
    where: { programId, nameKey: { in: missing } },
    select: { id: true, nameKey: true },
  });
  for (const person of others) idByKey.set(person.nameKey, person.id);
}
