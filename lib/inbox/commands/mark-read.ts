import "server-only";
import type * as z from "zod";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { understood } from "@/lib/command/understood";
import { withActor } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { markReadInput } from "../schema";

/**
 * Notes how far somebody has read: one subject, or everything. It never goes back. No fact of the program and nobody else's
 * business, so it is no command and leaves no event; an auditor reads too.
 * @throws FORBIDDEN for partners, who have no inbox
 */
export async function markRead(
  { actor, now }: { actor: Actor; now: Date },
  raw: z.input<typeof markReadInput>,
): Promise<void> {
  if (!can(actor, "history:read"))
    throw new AppError("FORBIDDEN", "Your role in this program does not include this.");
  const { upTo, subject } = understood(markReadInput, raw);
  const { programId, userId } = actor;
  const [type, id] = [subject?.type ?? "", subject?.id ?? ""];
  await withActor(actor, async (tx) => {
    await tx.$executeRaw`
      INSERT INTO "InboxRead" AS i ("programId", "userId", "subjectType", "subjectId", seq, "readAt")
      SELECT ${programId}::uuid, ${userId}::uuid, ${type}, ${id}, least(${upTo}::bigint, coalesce(
        (SELECT max(e.seq) FROM "AuditEvent" e WHERE e."chainId" = ${programId}::uuid), 0)), ${now}::timestamptz
      ON CONFLICT ("programId", "userId", "subjectType", "subjectId") DO UPDATE
        SET seq = greatest(i.seq, excluded.seq), "readAt" = excluded."readAt"`;
    if (subject === undefined)
      await tx.$executeRaw`DELETE FROM "InboxRead" WHERE "programId" = ${programId}::uuid AND "userId" = ${userId}::uuid
        AND "subjectType" <> '' AND seq <= ${upTo}::bigint`;
  });
}
