import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import { type CommandContext, defineCommand } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { newId } from "@/lib/kernel/new-id";
import { nameKey } from "@/lib/kernel/text";
import { controlSubject, namesOf } from "../adapters/control-rows";
import type { ControlFacts } from "../model";
import { controlWords } from "../rules/words";
import { createControlInput } from "../schema";

/** Adds a control to the catalogue. It is not verified until somebody records that. */
export const createControl = defineCommand({
  permission: "risk:write",
  input: createControlInput,
  lock: "shared",
  run: async (tx, ctx, facts) => {
    const { controlId, event } = await keepControl(tx, ctx, facts);
    return { value: { controlId }, events: [event] };
  },
});

/** The core of it; `origin` is by what something that brings controls knows them again. */
export async function keepControl(
  tx: Tx,
  { actor: { programId }, now }: CommandContext,
  facts: ControlFacts,
  origin: { source: string; externalId: string } | null = null,
): Promise<{ controlId: string; event: AuditEventInput }> {
  const names = await namesOf(tx, programId, facts);
  const id = newId(now);
  await tx.control.create({
    data: {
      ...facts,
      ...origin,
      id,
      programId,
      titleKey: nameKey(facts.title),
      createdAt: now,
      updatedAt: now,
    },
    select: { id: true },
  });
  const subject = controlSubject({ id, title: facts.title });
  return { controlId: id, event: { action: "control.created", subject, after: controlWords(facts, names) } };
}
