import "server-only";
import type * as z from "zod";
import { appendEvents } from "@/lib/audit/adapters/append-events";
import type { AuditEventInput, WitnessLine } from "@/lib/audit/model";
import { defineInstanceCommand, type InstanceContext } from "@/lib/command/define-instance-command";
import type { Tx } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { nameKey } from "@/lib/kernel/text";
import { DEFAULT_RISK_DOMAINS, DEFAULT_TIERS } from "../model";
import { createProgramInput } from "../schema";
import { findAccount, insertAccount } from "./create-account";

type Input = z.output<typeof createProgramInput>;
type Founded = { id: string; name: string };
type Manager = { userId: string; name: string; events: AuditEventInput[] };

/**
 * A program with its default tiers and risk domains and its first program manager, by an instance administrator, who
 * may enter it only while it has no history. Answers `{ programId, slug, managerId }`.
 */
export const createProgram = defineInstanceCommand({
  who: "administrator",
  input: createProgramInput,
  run: async (tx, ctx, input) => {
    const program = await insertProgram(tx, ctx.now, input);
    const manager = await firstManager(tx, ctx.now, input);
    const head = await foundProgram(tx, ctx, { program, manager, input });
    const created: AuditEventInput = {
      action: "program.created",
      subject: { type: "program", id: program.id, label: program.name },
      after: { slug: input.slug, name: input.name, zone: input.zone, firstManager: manager.name },
    };
    return {
      value: { programId: program.id, slug: input.slug, managerId: manager.userId },
      events: [created, ...manager.events],
      heads: [head],
    };
  },
});

async function insertProgram(tx: Tx, now: Date, input: Input): Promise<Founded> {
  const { slug, name, zone, purpose, isDemo } = input;
  if ((await tx.program.count({ where: { slug } })) > 0) {
    throw new AppError("INVALID", `There is a program at the address “${slug}” already.`, {
      fields: { slug: "This address is taken." },
    });
  }
  return tx.program.create({
    data: { slug, name, zone, purpose, isDemo, createdAt: now },
    select: { id: true, name: true },
  });
}

async function firstManager(tx: Tx, now: Date, input: Input): Promise<Manager> {
  const known = await findAccount(tx, input.managerEmail);
  if (known !== null) return { ...known, events: [] };
  const name = input.managerName ?? input.managerEmail;
  const { userId, event } = await insertAccount(tx, now, {
    email: input.managerEmail,
    name,
    zone: input.zone,
  });
  return { userId, name, events: [event] };
}

type Founding = { program: Founded; manager: Manager; input: Input };

async function foundProgram(
  tx: Tx,
  ctx: InstanceContext,
  { program, manager, input }: Founding,
): Promise<WitnessLine> {
  const membership = await tx.membership.create({
    data: { programId: program.id, userId: manager.userId, role: "program_manager", createdAt: ctx.now },
    select: { id: true },
  });
  const [entered] = await tx.$queryRaw<{ entered: boolean }[]>`
    SELECT wavegate_enter_founding(${program.id}::uuid) AS entered`;
  if (entered?.entered !== true) throw new AppError("CONFLICT", "This program is founded already.");
  const events: AuditEventInput[] = [
    {
      action: "program.founded",
      subject: { type: "program", id: program.id, label: program.name },
      after: { slug: input.slug, zone: input.zone, purpose: input.purpose },
    },
    {
      action: "member.added",
      subject: { type: "membership", id: membership.id, label: manager.name },
      after: { name: manager.name, email: input.managerEmail, role: "program_manager", endsAt: null },
    },
    ...(await insertTiers(tx, ctx.now, program.id)),
    ...(await insertRiskDomains(tx, ctx.now, program.id)),
  ];
  return appendEvents(tx, program.id, events, ctx);
}

async function insertTiers(tx: Tx, now: Date, programId: string): Promise<AuditEventInput[]> {
  const tiers = await tx.tier.createManyAndReturn({
    data: DEFAULT_TIERS.map((tier) => ({ ...tier, programId, nameKey: nameKey(tier.name), createdAt: now })),
    select: { id: true, name: true, rank: true, rtoMinutes: true, rpoMinutes: true },
  });
  return tiers.map(({ id, ...facts }) => ({
    action: "tier.created",
    subject: { type: "tier", id, label: facts.name },
    after: facts,
  }));
}

async function insertRiskDomains(tx: Tx, now: Date, programId: string): Promise<AuditEventInput[]> {
  const domains = await tx.riskDomain.createManyAndReturn({
    data: DEFAULT_RISK_DOMAINS.map((domain) => ({
      ...domain,
      programId,
      nameKey: nameKey(domain.name),
      createdAt: now,
    })),
    select: { id: true, name: true, appetite: true },
  });
  return domains.map(({ id, ...facts }) => ({
    action: "risk-domain.created",
    subject: { type: "risk-domain", id, label: facts.name },
    after: facts,
  }));
}
