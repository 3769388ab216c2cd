import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireRight } from "@/lib/audit/queries/as-actor";
import { withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/new-id";
import { calendarDate, dateIn } from "@/lib/kernel/time";
import { subjectsOf } from "../adapters/subject-rows";
import type { EvidenceView, FileContent } from "../model";
import { revisionOf } from "../rules/revision-of";
import { subjectOfUse } from "../rules/subject-of-use";

/** A piece of evidence with all its revisions and uses, judged at `now`. Right: evidence:read. @throws NOT_FOUND */
export async function getEvidence(actor: Actor, id: string, now: Date): Promise<EvidenceView> {
  requireRight(actor, "evidence:read");
  if (!isId(id)) throw notFound("evidence");
  const { programId } = actor;
  const today = dateIn(actor.programZone, now);
  return withActor(actor, async (tx) => {
    const found = await tx.evidence.findUnique({ where: { id, programId }, select: WHOLE });
    if (found === null) throw notFound("evidence");
    const users = await tx.user.findMany({
      where: {
        id: {
          in: [...found.revisions.map((one) => one.addedById), ...found.uses.map((one) => one.attachedById)],
        },
      },
      select: { id: true, name: true },
    });
    const names = new Map(users.map((user) => [user.id, user.name]));
    const [newest, ...older] = found.revisions.map(({ addedById, bytes, validUntil, ...row }) =>
      revisionOf(
        {
          ...row,
          bytes: bytes === null ? null : Number(bytes),
          validUntil: validUntil && calendarDate(validUntil),
        },
        names.get(addedById) ?? null,
        today,
      ),
    );
    if (newest === undefined) throw notFound("evidence");
    const subjects = found.uses.map(subjectOfUse);
    const known = await subjectsOf(tx, programId, subjects);
    const uses = found.uses.flatMap((use, at) => {
      const [subject, { label, path } = { label: "", path: "" }] = [subjects[at], known[at]];
      if (subject === undefined) return [];
      const by = names.get(use.attachedById) ?? "A former member";
      return [{ id: use.id, type: subject.type, label, path, by, at: use.attachedAt }];
    });
    return { id, title: found.title, version: found.version, revisions: [newest, ...older], uses };
  });
}

const WHOLE = {
  title: true,
  version: true,
  revisions: {
    orderBy: { number: "desc" },
    select: {
      number: true,
      kind: true,
      fileName: true,
      mediaType: true,
      bytes: true,
      sha256: true,
      url: true,
      note: true,
      validUntil: true,
      addedById: true,
      addedAt: true,
    },
  },
  uses: {
    orderBy: { id: "asc" },
    select: {
      id: true,
      riskId: true,
      criterionId: true,
      drillId: true,
      itemId: true,
      controlId: true,
      attachedById: true,
      attachedAt: true,
    },
  },
} as const;

/** The file of a revision, for its download. Right: evidence:read. @throws NOT_FOUND, also when it is a link */
export async function getFile(
  actor: Actor,
  evidenceId: string,
  number: string,
): Promise<FileContent & { title: string }> {
  requireRight(actor, "evidence:read");
  if (!isId(evidenceId) || !/^[1-9]\d{0,5}$/u.test(number)) throw notFound("file");
  return withActor(actor, async (tx) => {
    const found = await tx.evidenceRevision.findFirst({
      where: { evidenceId, number: Number(number), programId: actor.programId, kind: "file" },
      select: {
        fileName: true,
        mediaType: true,
        bytes: true,
        sha256: true,
        evidence: { select: { title: true } },
      },
    });
    const { fileName, mediaType, bytes, sha256, evidence } = found ?? {};
    if (!fileName || !mediaType || !bytes || !sha256 || !evidence) throw notFound("file");
    return { kind: "file", fileName, mediaType, bytes: Number(bytes), sha256, title: evidence.title };
  });
}
