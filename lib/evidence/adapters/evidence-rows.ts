import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/new-id";
import type { Content, EvidenceSubject } from "../model";
import { lockSubject, requireOpen, subjectOf } from "./subject-rows";

/** Content with what is said of it. */
export type Told = { content: Content; note: string; validUntil: string | null };

/** A piece of evidence as it is, locked until the transaction ends, with the number of its newest revision. @throws NOT_FOUND */
export async function lockEvidence(tx: Tx, programId: string, id: string) {
  await tx.$executeRaw`SELECT 1 FROM "Evidence" WHERE id = ${id}::uuid AND "programId" = ${programId}::uuid FOR UPDATE`;
  const evidence = await tx.evidence.findUnique({
    where: { id, programId },
    select: {
      title: true,
      version: true,
      revisions: { select: { number: true }, orderBy: { number: "desc" }, take: 1 },
    },
  });
  const [newest] = evidence?.revisions ?? [];
  if (evidence === null || newest === undefined) throw notFound("evidence");
  return { title: evidence.title, version: evidence.version, newest: newest.number };
}

/** Appends a revision; answers what the audit trail says of it. */
export async function appendRevision(
  tx: Tx,
  { actor, now }: CommandContext,
  { evidenceId, number, told }: { evidenceId: string; number: number; told: Told },
) {
  const { content, note, validUntil } = told;
  const { kind, ...columns } = content;
  await tx.evidenceRevision.create({
    data: {
      ...columns,
      kind,
      programId: actor.programId,
      evidenceId,
      number,
      note,
      validUntil: validUntil === null ? null : new Date(`${validUntil}T00:00:00Z`),
      addedById: actor.userId,
      addedAt: now,
    },
    select: { id: true },
  });
  return { revision: number, ...content, note, validUntil };
}

/**
 * Attaches evidence to something; answers the event and the path of its page.
 * @throws NOT_FOUND, or BLOCKED when it takes none any more or holds it already
 */
export async function attach(
  tx: Tx,
  { actor, now }: CommandContext,
  evidence: { id: string; title: string },
  subject: EvidenceSubject,
): Promise<{ event: AuditEventInput; path: string }> {
  await lockSubject(tx, actor.programId, subject);
  const known = await subjectOf(tx, actor.programId, subject);
  requireOpen(known);
  const column = columnOf(subject);
  const where = { programId: actor.programId, evidenceId: evidence.id, ...column };
  if ((await tx.evidenceUse.count({ where })) > 0)
    throw new AppError("BLOCKED", "This evidence is attached there already.", {
      fields: { evidenceId: "This evidence is attached there already." },
    });
  await tx.evidenceUse.create({
    data: { id: newId(now), ...where, attachedById: actor.userId, attachedAt: now },
    select: { id: true },
  });
  const event: AuditEventInput = {
    action: "evidence.attached",
    subject: { ...known.audit, label: `“${evidence.title}” to ${known.label}` },
    after: { evidenceId: evidence.id, evidence: evidence.title, [subject.type]: subject.id },
  };
  return { event, path: known.path };
}

/** The column of a use that names what it is attached to. */
export function columnOf({ type, id }: EvidenceSubject) {
  switch (type) {
    case "risk":
      return { riskId: id };
    case "criterion":
      return { criterionId: id };
    case "drill":
      return { drillId: id };
    case "item":
      return { itemId: id };
    case "control":
      return { controlId: id };
  }
}
