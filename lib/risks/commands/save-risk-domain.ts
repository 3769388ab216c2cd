import "server-only";
import type { Actor } from "@/lib/access/model";
import { changedFields } from "@/lib/audit/rules/changed-fields";
import { defineCommand } from "@/lib/command/define-command";
import { requireOneChanged, requireVersion } from "@/lib/command/version";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/kernel/errors";
import { cleanName, nameKey } from "@/lib/kernel/text";
import { saveRiskDomainInput } from "../schema";

/** Makes a risk domain, or changes its name and appetite (1 to 25; null is unknown, and then nothing is within). */
export const saveRiskDomain = defineCommand({
  permission: "risk:configure",
  input: saveRiskDomainInput,
  lock: "shared",
  run: async (tx, ctx, input) => {
    const name = cleanName(input.name);
    await refuseTakenName(tx, ctx.actor, name, input.domainId);
    if (input.domainId !== undefined) {
      return change(tx, ctx.actor, { ...input, domainId: input.domainId, version: input.version ?? 0, name });
    }
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
    return {
      value: { id },
      events: [{ action: "risk-domain.created", subject: subjectOf(id, name), after }],
    };
  },
});

async function change(
  tx: Tx,
  { programId }: Actor,
  input: { domainId: string; version: number; name: string; appetite: number | null },
) {
  const domain = await tx.riskDomain.findUnique({ where: { id: input.domainId, programId } });
  if (domain === null) throw notFound("risk domain");
  const wanted = { name: input.name, appetite: input.appetite };
  const changed = changedFields({ name: domain.name, appetite: domain.appetite }, wanted);
  requireVersion(domain, input.version, conflictsOf(changed));
  if (changed === null) throw new AppError("INVALID", "Nothing was changed.");
  const updated = await tx.riskDomain.updateMany({
    where: { id: domain.id, version: input.version, programId },
    data: { ...wanted, nameKey: nameKey(input.name), version: { increment: 1 } },
  });
  requireOneChanged(updated);
  const event = {
    action: "risk-domain.changed" as const,
    subject: subjectOf(domain.id, input.name),
    ...changed,
  };
  return { value: { id: domain.id }, events: [event] as const };
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
  const labels: Record<string, string> = { name: "Name", appetite: "Appetite" };
  return Object.entries(changed.after).map(([field, yours]) => ({
    label: labels[field] ?? field,
    yours: String(yours ?? "unknown"),
    theirs: String(changed.before[field] ?? "unknown"),
  }));
}

function subjectOf(id: string, name: string) {
  return { type: "risk-domain", id, label: name };
}
