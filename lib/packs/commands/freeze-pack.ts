import "server-only";
import * as z from "zod";
import { requireRight } from "@/lib/audit/queries/as-actor";
import { type Call, defineCommand } from "@/lib/command/define-command";
import { understood } from "@/lib/command/understood";
import { type Tx, withActor } from "@/lib/db/transaction";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/new-id";
import { composePack } from "../queries/compose-pack";
import { packDigest } from "../rules/seal";
import { freezePackInput, packContent } from "../schema";

/**
 * Freezes what the program shows now, with its digest, the head of the audit chain that the numbers rest on and a signed
 * checkpoint. Answers the number of the pack. @throws CONFLICT when something was recorded while the numbers were read
 */
export async function freezePack(
  call: Call,
  raw: z.input<typeof freezePackInput>,
): Promise<{ number: number }> {
  requireRight(call.actor, "pack:freeze");
  if (call.backfill !== undefined)
    throw new AppError("INVALID", "A pack shows the present; none is brought in.");
  const { title } = understood(freezePackInput, raw);
  const chain = await withActor(call.actor, (tx) => headOf(tx, call.actor.programId));
  const content = await composePack(call.actor, { title, now: new Date(), chain });
  return storePack(call, { content });
}

const storePack = defineCommand({
  permission: "pack:freeze",
  input: z.object({ content: packContent }),
  lock: "exclusive",
  checkpoint: "Board pack frozen",
  async run(tx, ctx, { content }) {
    const { programId, userId } = ctx.actor;
    const head = await headOf(tx, programId);
    if (head.hash !== content.chain.hash) {
      throw new AppError("CONFLICT", "Something was recorded while the numbers were read. Freeze again.");
    }
    const last = await tx.boardPack.aggregate({ where: { programId }, _max: { number: true } });
    const text = canonicalJson(content);
    const pack = {
      id: newId(ctx.now),
      number: (last._max.number ?? 0) + 1,
      title: content.title,
      digest: packDigest(text),
    };
    await tx.boardPack.create({
      data: {
        ...pack,
        programId,
        content: text,
        chainSeq: BigInt(head.seq),
        chainHash: head.hash,
        frozenById: userId,
        frozenAt: new Date(content.frozenAt),
      },
      select: { id: true },
    });
    const { id, ...told } = pack;
    const subject = { type: "board-pack", id, label: `Pack ${pack.number}, ${pack.title}` };
    const after = { ...told, chainSeq: head.seq, chainHash: head.hash };
    return { value: { number: pack.number }, events: [{ action: "pack.frozen", subject, after }] };
  },
});

async function headOf(tx: Tx, programId: string): Promise<{ seq: number; hash: string }> {
  const head = await tx.auditEvent.findFirstOrThrow({
    where: { chainId: programId },
    orderBy: { seq: "desc" },
    select: { seq: true, hash: true },
  });
  return { seq: Number(head.seq), hash: head.hash };
}
