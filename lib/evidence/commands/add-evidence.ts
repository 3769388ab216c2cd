import "server-only";
import * as z from "zod";
import type { Permission } from "@/lib/access/model";
import type { AuditEventInput, EventList } from "@/lib/audit/model";
import { requireRight } from "@/lib/audit/queries/as-actor";
import { type Call, type CommandContext, defineCommand } from "@/lib/command/define-command";
import { understood } from "@/lib/command/understood";
import type { Tx } from "@/lib/db/transaction";
import { newId } from "@/lib/kernel/new-id";
import { appendRevision, attach } from "../adapters/evidence-rows";
import { keepFile } from "../adapters/store";
import type { Content } from "../model";
import { addLinkInput, evidenceInput } from "../schema";

const WRITES: Permission = "evidence:write";

/** A file as a form sends it. */
export type Sent = { fileName: string; chunks: AsyncIterable<Uint8Array> };

/** The new evidence, and the path of the page of what it was attached to. */
export type Added = { evidenceId: string; path: string | null };

/**
 * Keeps a file as evidence. The file is on disk before the row that names it: whatever ends in between leaves a file that
 * a later start clears away, never a row without its file.
 * @throws INVALID in words when the form or the file is not taken
 */
export async function addFile(call: Call, raw: z.input<typeof evidenceInput>, sent: Sent): Promise<Added> {
  requireRight(call.actor, WRITES);
  const told = understood(evidenceInput, raw);
  const content = await keepFile(call.actor.programId, sent.fileName, sent.chunks);
  return addKept(call, { ...told, content });
}

/** Names what lies elsewhere as evidence. */
export const addLink = defineCommand({
  permission: WRITES,
  input: addLinkInput,
  lock: "shared",
  run: (tx, ctx, { url, ...told }) => add(tx, ctx, { ...told, content: { kind: "link", url } }),
});

const addKept = defineCommand({
  permission: WRITES,
  input: z.custom<Told>(),
  lock: "shared",
  run: add,
});

type Told = z.output<typeof evidenceInput> & { content: Content };

async function add(tx: Tx, ctx: CommandContext, told: Told): Promise<{ value: Added; events: EventList }> {
  const { title, note, validUntil, attachType, attachId, content } = told;
  const { programId } = ctx.actor;
  const id = newId(ctx.now);
  await tx.evidence.create({ data: { id, programId, title, createdAt: ctx.now }, select: { id: true } });
  const revision = { evidenceId: id, number: 1, told: { content, note, validUntil } };
  const after = await appendRevision(tx, ctx, revision);
  const added: AuditEventInput = {
    action: "evidence.added",
    subject: { type: "evidence", id, label: title },
    after: { title, ...after },
  };
  if (attachType === undefined || attachId === undefined)
    return { value: { evidenceId: id, path: null }, events: [added] };
  const { event, path } = await attach(tx, ctx, { id, title }, { type: attachType, id: attachId });
  return { value: { evidenceId: id, path }, events: [added, event] };
}
