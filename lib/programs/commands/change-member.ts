import "server-only";
import { changedFields } from "@/lib/audit/rules/changed-fields";
import { defineCommand } from "@/lib/command/define-command";
import { requireOneChanged, requireVersion } from "@/lib/command/version";
import type { Tx } from "@/lib/db/transaction";
import type { JsonRecord } from "@/lib/kernel/canonical-json";
import { AppError, notFound, refuseIfAny } from "@/lib/kernel/errors";
import type { ManagedMembership } from "../rules/membership";
import { memberChangeBlockers, memberEndBlockers } from "../rules/membership";
import { changeMemberInput } from "../schema";

/** Another role, reason or end for a member. Answers `{ membershipId }`. */
export const changeMember = defineCommand({
  permission: "member:manage",
  input: changeMemberInput,
  lock: "exclusive",
  run: async (tx, ctx, { membershipId, version, ...wanted }) => {
    const member = await requireMembership(tx, ctx.actor.programId, membershipId);
    const next = {
      role: wanted.role ?? member.role,
      reason: wanted.reason ?? member.reason,
      endsAt: wanted.endsAt === undefined ? member.endsAt : wanted.endsAt,
    };
    const diff = changedFields(inWords(member), inWords(next));
    requireVersion(member, version, conflictsOf(diff));
    if (diff === null) throw new AppError("INVALID", "Nothing was changed.");
    const members = await membersOf(tx, ctx.actor.programId);
    refuseIfAny([
      ...memberEndBlockers(wanted.endsAt ?? null, ctx.now),
      ...memberChangeBlockers(members, member, next),
    ]);
    await changeAtVersion(tx, ctx.actor.programId, member, next);
    return {
      value: { membershipId },
      events: [{ action: "member.changed", subject: subjectOf(member), ...diff }],
    };
  },
});

export type MembershipRow = ManagedMembership & { reason: string; version: number; name: string };

/** A membership of the program, or NOT_FOUND. */
export async function requireMembership(tx: Tx, programId: string, id: string): Promise<MembershipRow> {
  const row = await tx.membership.findFirst({
    where: { id, programId },
    select: {
      id: true,
      userId: true,
      role: true,
      endsAt: true,
      reason: true,
      version: true,
      user: { select: { name: true } },
    },
  });
  if (row === null) throw notFound("member");
  const { user, ...membership } = row;
  return { ...membership, name: user.name };
}

/** Every membership of the program, for the rule of the last manager. */
export function membersOf(tx: Tx, programId: string): Promise<ManagedMembership[]> {
  return tx.membership.findMany({
    where: { programId },
    select: { id: true, userId: true, role: true, endsAt: true },
  });
}

/** Writes what changed at the version that was read. */
export async function changeAtVersion(
  tx: Tx,
  programId: string,
  member: MembershipRow,
  next: Partial<Pick<MembershipRow, "role" | "reason" | "endsAt">>,
): Promise<void> {
  const changed = await tx.membership.updateMany({
    where: { id: member.id, version: member.version, programId },
    data: { ...next, version: { increment: 1 } },
  });
  requireOneChanged(changed);
}

/** The membership as events name it. */
export function subjectOf(member: MembershipRow) {
  return { type: "membership", id: member.id, label: member.name };
}

function inWords({ role, reason, endsAt }: Pick<MembershipRow, "role" | "reason" | "endsAt">): JsonRecord {
  return { role, reason, endsAt: endsAt?.toISOString() ?? null };
}

function conflictsOf(diff: { before: JsonRecord; after: JsonRecord } | null) {
  if (diff === null) return [];
  return Object.keys(diff.after).map((field) => ({
    label: field === "endsAt" ? "ends" : field,
    yours: String(diff.after[field] ?? "no end"),
    theirs: String(diff.before[field] ?? "no end"),
  }));
}
