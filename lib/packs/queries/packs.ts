import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireRight } from "@/lib/audit/queries/as-actor";
import { readBody } from "@/lib/audit/rules/read-body";
import { type Tx, withActor } from "@/lib/db/transaction";
import type { PackProof, PackSummary } from "../model";
import { packProof } from "../rules/seal";
import { type PackContent, packContent } from "../schema";

const MOST_LISTED = 200;

/** The packs of the program, the newest first. Right: pack:read. */
export async function listPacks(actor: Actor): Promise<PackSummary[]> {
  requireRight(actor, "pack:read");
  return withActor(actor, async (tx) => {
    const rows = await tx.boardPack.findMany({
      where: { programId: actor.programId },
      orderBy: { number: "desc" },
      take: MOST_LISTED,
      select: { number: true, title: true, digest: true, frozenAt: true, frozenById: true },
    });
    const ids = [...new Set(rows.map(({ frozenById }) => frozenById))];
    const users = await tx.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
    const names = new Map(users.map(({ id, name }) => [id, name]));
    return rows.map(({ frozenById, ...row }) => ({
      ...row,
      frozenBy: names.get(frozenById) ?? "a former member",
    }));
  });
}

/** A pack as it was frozen, and whether it still is that; null when there is none of that number. Right: pack:read. */
export async function getPack(
  actor: Actor,
  number: number,
): Promise<{ content: PackContent; proof: PackProof } | null> {
  requireRight(actor, "pack:read");
  return withActor(actor, async (tx) => {
    const row = await tx.boardPack.findUnique({
      where: { programId_number: { programId: actor.programId, number } },
      select: { id: true, content: true, digest: true },
    });
    if (row === null) return null;
    const proof = packProof(row.content, row.digest, await notedDigest(tx, actor.programId, row.id));
    return { content: packContent.parse(JSON.parse(row.content)), proof };
  });
}

/** What the audit trail noted when the pack was frozen. */
async function notedDigest(tx: Tx, chainId: string, id: string): Promise<string | null> {
  const event = await tx.auditEvent.findFirst({
    where: { chainId, subjectType: "board-pack", subjectId: id, action: "pack.frozen" },
    orderBy: { seq: "asc" },
    select: { body: true },
  });
  const digest = event === null ? null : readBody(event.body)?.after?.digest;
  return typeof digest === "string" ? digest : null;
}
