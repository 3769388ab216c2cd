import "server-only";
import type { Actor } from "@/lib/access/model";
import type { Tx } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import type { CommentSubject } from "../model";

/** The name of what is commented on, as the audit trail calls it. @throws NOT_FOUND when the actor does not see it. */
export async function nameOfSubject(
  tx: Tx,
  { programId }: Actor,
  type: CommentSubject,
  id: string,
): Promise<string> {
  const name = await findName(tx, programId, type, id);
  if (name === null) throw notFound(type);
  return name;
}

async function findName(tx: Tx, programId: string, type: CommentSubject, id: string): Promise<string | null> {
  const where = { id, programId };
  const named = { where, select: { name: true } } as const;
  switch (type) {
    case "workload":
      return (await tx.workload.findUnique(named))?.name ?? null;
    case "asset":
      return (await tx.asset.findUnique(named))?.name ?? null;
    case "process":
      return (await tx.businessProcess.findUnique(named))?.name ?? null;
    case "wave": {
      const wave = await tx.wave.findUnique({ where, select: { number: true, name: true } });
      return wave && `Wave ${wave.number} ${wave.name}`;
    }
    case "risk": {
      const risk = await tx.risk.findUnique({ where, select: { code: true, title: true } });
      return risk && `${risk.code} ${risk.title}`;
    }
  }
}

/** A comment as it is, locked until the transaction ends, with the name of what it is about. */
export async function lockComment(tx: Tx, { programId }: Actor, id: string) {
  await tx.$executeRaw`SELECT 1 FROM "Comment" WHERE id = ${id}::uuid AND "programId" = ${programId}::uuid FOR UPDATE`;
  const comment = await tx.comment.findUnique({
    where: { id, programId },
    select: {
      version: true,
      authorId: true,
      removedAt: true,
      body: true,
      subjectType: true,
      subjectId: true,
    },
  });
  if (comment === null) throw notFound("comment");
  return comment;
}
