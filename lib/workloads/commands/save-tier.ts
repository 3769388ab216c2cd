import "server-only";
import type * as z from "zod";
import type { Actor } from "@/lib/access/model";
import type { AuditEventInput } from "@/lib/audit/model";
import { changedFields } from "@/lib/audit/rules/changed-fields";
import { type CommandContext, defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { requireOneChanged, requireVersion } from "@/lib/command/version";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/new-id";
import { nameKey } from "@/lib/kernel/text";
import { saveTierInput } from "../schema";

type TierInput = z.output<typeof saveTierInput>;
type Saved = { tierId: string; events: AuditEventInput[] };

/** Creates a tier, or changes the one named by `tierId` at the version that was seen. Answers `{ tierId }`. */
export const saveTier = defineCommand({
  permission: "program:configure",
  input: saveTierInput,
  lock: "shared",
  async run(tx, ctx, tier) {
    const { tierId, events } = await keepTier(tx, ctx, tier);
    return { value: { tierId }, events: eventList(events) };
  },
});

/** The core of it, for a batch; no event where nothing is different. */
export async function keepTier(tx: Tx, ctx: CommandContext, tier: TierInput): Promise<Saved> {
  await requireFreeName(tx, ctx.actor, tier);
  return tier.tierId === undefined ? created(tx, ctx, tier) : changed(tx, ctx.actor, tier, tier.tierId);
}

async function created(tx: Tx, ctx: CommandContext, tier: TierInput): Promise<Saved> {
  const id = newId(ctx.now);
  const facts = factsOf(tier);
  await tx.tier.create({
    data: { id, programId: ctx.actor.programId, nameKey: nameKey(tier.name), createdAt: ctx.now, ...facts },
    select: { id: true },
  });
  const subject = { type: "tier", id, label: tier.name };
  return { tierId: id, events: [{ action: "tier.created", subject, after: facts }] };
}

async function changed(tx: Tx, { programId }: Actor, tier: TierInput, tierId: string): Promise<Saved> {
  const before = await tx.tier.findUnique({
    where: { id: tierId, programId },
    select: {
      version: true,
      name: true,
      rank: true,
      rtoMinutes: true,
      rpoMinutes: true,
      availability: true,
      drillIntervalDays: true,
    },
  });
  if (before === null) throw notFound("tier");
  const { version, ...was } = before;
  const facts = factsOf(tier);
  const change = changedFields({ ...was, availability: was.availability?.toString() ?? null }, facts);
  if (tier.version !== undefined) requireVersion({ version }, tier.version);
  if (change === null) return { tierId, events: [] };
  requireOneChanged(
    await tx.tier.updateMany({
      where: { id: tierId, version, programId },
      data: { ...facts, nameKey: nameKey(tier.name), version: { increment: 1 } },
    }),
  );
  const subject = { type: "tier", id: tierId, label: tier.name };
  return { tierId, events: [{ action: "tier.changed", subject, ...change }] };
}

function factsOf({ name, rank, rtoMinutes, rpoMinutes, availability, drillIntervalDays }: TierInput) {
  const exact = availability === null ? null : String(Number(availability));
  return { name, rank, rtoMinutes, rpoMinutes, availability: exact, drillIntervalDays };
}

async function requireFreeName(tx: Tx, { programId }: Actor, tier: TierInput): Promise<void> {
  const held = await tx.tier.findFirst({
    where: { nameKey: nameKey(tier.name), NOT: { id: tier.tierId }, programId },
    select: { id: true },
  });
  if (held === null) return;
  const message = `There is already a tier named ${tier.name}.`;
  throw new AppError("INVALID", message, { fields: { name: message } });
}
