import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/kernel/errors";
import { grantInput } from "../schema";

/** Lets a partner see a workload. Answers `{ grantId }`. */
export const grantWorkload = defineCommand({
  permission: "member:manage",
  input: grantInput,
  lock: "shared",
  run: async (tx, ctx, { userId, workloadId }) => {
    const { programId } = ctx.actor;
    const partner = await requirePartner(tx, programId, userId);
    const workload = await requireWorkload(tx, programId, workloadId);
    const [grant] = await tx.partnerGrant.createManyAndReturn({
      data: [{ programId, userId, workloadId, createdAt: ctx.now }],
      select: { id: true },
      skipDuplicates: true,
    });
    if (grant === undefined) throw new AppError("INVALID", `${partner.name} sees ${workload.name} already.`);
    return {
      value: { grantId: grant.id },
      events: [
        {
          action: "partner.granted",
          subject: { type: "workload", id: workload.id, label: workload.name },
          after: { partner: partner.name, partnerId: userId },
        },
      ],
    };
  },
});

/** Takes a workload out of a partner's sight. Answers `{ workloadId }`. */
export const revokeWorkload = defineCommand({
  permission: "member:manage",
  input: grantInput,
  lock: "shared",
  run: async (tx, ctx, { userId, workloadId }) => {
    const { programId } = ctx.actor;
    const workload = await requireWorkload(tx, programId, workloadId);
    const member = await memberNamed(tx, programId, userId);
    const { count } = await tx.partnerGrant.deleteMany({ where: { programId, userId, workloadId } });
    if (count === 0) throw notFound("grant");
    return {
      value: { workloadId },
      events: [
        {
          action: "partner.revoked",
          subject: { type: "workload", id: workload.id, label: workload.name },
          before: { partner: member?.name ?? null, partnerId: userId },
        },
      ],
    };
  },
});

async function requirePartner(tx: Tx, programId: string, userId: string): Promise<{ name: string }> {
  const member = await memberNamed(tx, programId, userId);
  if (member === null) throw notFound("member");
  if (member.role === "partner") return member;
  const message = `${member.name} is not a partner and sees every workload as it is.`;
  throw new AppError("BLOCKED", message, { violations: [{ code: "grant.not-a-partner", message }] });
}

async function memberNamed(tx: Tx, programId: string, userId: string) {
  const member = await tx.membership.findFirst({
    where: { programId, userId },
    select: { role: true, user: { select: { name: true } } },
  });
  return member === null ? null : { role: member.role, name: member.user.name };
}

async function requireWorkload(tx: Tx, programId: string, id: string): Promise<{ id: string; name: string }> {
  const workload = await tx.workload.findFirst({
    where: { id, programId },
    select: { id: true, name: true },
  });
  if (workload === null) throw notFound("workload");
  return workload;
}
