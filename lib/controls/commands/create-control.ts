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
    const names = await namesOf(tx, ctx.actor.programId, facts);
    const control = { id: newId(ctx.now), facts, names };
    await writeControls(tx, ctx, [control]);
    return { value: { controlId: control.id }, events: [createdEvent(control)] };
  },
});

/** A control that something else brings, and by what it is known again. */
type Brought = { facts: Omit<ControlFacts, "ownerId">; domain: string | null; externalId: string };

/** Adds several at once that nobody owns yet; the domains are of the program. Answers one event for each. */
export async function bringControls(
  tx: Tx,
  ctx: CommandContext,
  source: string,
  brought: readonly Brought[],
): Promise<AuditEventInput[]> {
  const controls = brought.map(({ facts, domain, externalId }) => ({
    id: newId(ctx.now),
    facts: { ...facts, ownerId: null },
    names: { domain, owner: null },
    origin: { source, externalId },
  }));
  await writeControls(tx, ctx, controls);
  return controls.map(createdEvent);
}

type NewControl = {
  id: string;
  facts: ControlFacts;
  names: { domain: string | null; owner: string | null };
  origin?: { source: string; externalId: string };
};

async function writeControls(
  tx: Tx,
  { actor: { programId }, now }: CommandContext,
  controls: readonly NewControl[],
): Promise<void> {
  await tx.control.createMany({
    data: controls.map(({ id, facts, origin }) => ({
      ...facts,
      ...origin,
      id,
      programId,
      titleKey: nameKey(facts.title),
      createdAt: now,
      updatedAt: now,
    })),
  });
}

function createdEvent({ id, facts, names }: NewControl): AuditEventInput {
  const subject = controlSubject({ id, title: facts.title });
  return { action: "control.created", subject, after: controlWords(facts, names) };
}
