import "server-only";
import type * as z from "zod";
import type { Actor } from "@/lib/access/model";
import type { EventList } from "@/lib/audit/model";
import { changedFields } from "@/lib/audit/rules/changed-fields";
import { type CommandContext, defineCommand } from "@/lib/command/define-command";
import { requireOneChanged, requireVersion } from "@/lib/command/version";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/kernel/errors";
import { cleanName, nameKey } from "@/lib/kernel/text";
import { saveRiskDomainInput } from "../schema";

/**
 * Makes a risk domain, or changes its name, its place and its appetite (1 to 25; null is unknown, and then nothing is
 * within). Every step of appetite is kept with who took it, and why.
 */
export const saveRiskDomain = defineCommand({
  permission: "risk:configure",
  input: saveRiskDomainInput,
  lock: "shared",
  run: keepRiskDomain,
});

/** The core of it, for a batch. */
export async function keepRiskDomain(
  tx: Tx,
  ctx: CommandContext,
  input: z.output<typeof saveRiskDomainInput>,
): Promise<{ value: { id: string }; events: EventList }> {
  const name = cleanName(input.name);
  await refuseTakenName(tx, ctx.actor, name, input.domainId);
  if (input.domainId !== undefined) {
    return change(tx, ctx, { ...input, domainId: input.domainId, version: input.version ?? 0, name });
  }
  const place = input.place ?? (await tx.riskDomain.count({ where: { programId: ctx.actor.programId } })) + 1;
  const { id } = await tx.riskDomain.create({
    data: {
      programId: ctx.actor.programId,
      name,
      nameKey: nameKey(name),
      appetite: input.appetite,
      createdAt: ctx.now,
    },
    select: { id: true },
  });
  const after = { name, appetite: input.appetite };
  await moveTo(tx, ctx.actor.programId, id, place);
  if (input.appetite !== null)
    await keepStep(tx, ctx, { domainId: id, before: null, after: input.appetite, reason: input.reason });
  return {
    value: { id },
    events: [{ action: "risk-domain.created", subject: subjectOf(id, name), after }],
  };
}

type Change = {
  domainId: string;
  version: number;
  name: string;
  appetite: number | null;
  place?: number;
  reason: string;
};

async function change(tx: Tx, ctx: CommandContext, input: Change) {
  const { programId } = ctx.actor;
  const domain = await tx.riskDomain.findUnique({ where: { id: input.domainId, programId } });
  if (domain === null) throw notFound("risk domain");
  const { name, appetite } = input;
  const stands = await placeOf(tx, programId, domain.id);
  const changed = changedFields(
    { name: domain.name, appetite: domain.appetite, place: stands },
    { name, appetite, place: input.place ?? stands },
  );
  requireVersion(domain, input.version, conflictsOf(changed));
  if (changed === null) throw new AppError("INVALID", "Nothing was changed.");
  if (appetite !== domain.appetite && input.reason.length < 3) throw needsReason();
  const updated = await tx.riskDomain.updateMany({
    where: { id: domain.id, version: input.version, programId },
    data: { name, appetite, nameKey: nameKey(input.name), version: { increment: 1 } },
  });
  requireOneChanged(updated);
  if (input.place !== undefined && input.place !== stands)
    await moveTo(tx, programId, domain.id, input.place);
  if (appetite !== domain.appetite)
    await keepStep(tx, ctx, {
      domainId: domain.id,
      before: domain.appetite,
      after: appetite,
      reason: input.reason,
    });
  const event = {
    action: "risk-domain.changed" as const,
    subject: subjectOf(domain.id, input.name),
    ...(input.reason === "" ? {} : { note: input.reason }),
    ...changed,
  };
  return { value: { id: domain.id }, events: [event] as const };
}

function needsReason(): AppError {
  const message = "Say why the appetite changes.";
  return new AppError("INVALID", message, { fields: { reason: message } });
}

type Step = { domainId: string; before: number | null; after: number | null; reason: string };

async function keepStep(tx: Tx, ctx: CommandContext, { reason, ...step }: Step): Promise<void> {
  const { programId, userId } = ctx.actor;
  const said = reason === "" ? "Stated with the domain." : reason;
  const data = { ...step, programId, reason: said, changedAt: ctx.now, changedById: userId };
  await tx.riskAppetite.create({ data, select: { id: true } });
}

async function ordered(tx: Tx, programId: string) {
  return tx.riskDomain.findMany({
    where: { programId },
    orderBy: [{ position: "asc" }, { nameKey: "asc" }],
    select: { id: true, position: true },
  });
}

async function placeOf(tx: Tx, programId: string, id: string): Promise<number> {
  return (await ordered(tx, programId)).findIndex((one) => one.id === id) + 1;
}

/** Puts a domain at its place, 1 is the first, and the others around it in the order they had. */
async function moveTo(tx: Tx, programId: string, id: string, place: number): Promise<void> {
  const all = await ordered(tx, programId);
  const others = all.filter((one) => one.id !== id);
  const moved = all.filter((one) => one.id === id);
  const next = [...others.slice(0, place - 1), ...moved, ...others.slice(place - 1)];
  for (const [at, one] of next.entries()) {
    if (one.position === at + 1) continue;
    await tx.riskDomain.updateMany({ where: { id: one.id, programId }, data: { position: at + 1 } });
  }
}

async function refuseTakenName(
  tx: Tx,
  { programId }: Actor,
  name: string,
  except: string | undefined,
): Promise<void> {
  const taken = await tx.riskDomain.findFirst({
    where: { nameKey: nameKey(name), id: except === undefined ? undefined : { not: except }, programId },
    select: { name: true },
  });
  if (taken === null) return;
  const message = `There is a risk domain ${taken.name} already.`;
  throw new AppError("INVALID", message, { fields: { name: message } });
}

function conflictsOf(changed: ReturnType<typeof changedFields>) {
  if (changed === null) return [];
  const labels: Record<string, string> = { name: "Name", appetite: "Appetite", place: "Place" };
  return Object.entries(changed.after).map(([field, yours]) => ({
    label: labels[field] ?? field,
    yours: String(yours ?? "unknown"),
    theirs: String(changed.before[field] ?? "unknown"),
  }));
}

function subjectOf(id: string, name: string) {
  return { type: "risk-domain", id, label: name };
}
