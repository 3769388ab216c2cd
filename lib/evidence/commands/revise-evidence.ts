import "server-only";
import * as z from "zod";
import type { EventList } from "@/lib/audit/model";
import { requireRight } from "@/lib/audit/queries/as-actor";
import { type Call, type CommandContext, defineCommand } from "@/lib/command/define-command";
import { understood } from "@/lib/command/understood";
import { type Tx, withActor } from "@/lib/db/transaction";
import { appendRevision, lockEvidence } from "../adapters/evidence-rows";
import { keepFile } from "../adapters/store";
import type { Content } from "../model";
import { reviseByLinkInput, revisionInput } from "../schema";
import type { Sent } from "./add-evidence";

/** Adds a file as the newest revision; what was before stays. @throws INVALID in words, NOT_FOUND */
export async function reviseByFile(
  call: Call,
  raw: z.input<typeof revisionInput>,
  sent: Sent,
): Promise<{ number: number }> {
  requireRight(call.actor, "evidence:write");
  const told = understood(revisionInput, raw);
  await withActor(call.actor, (tx) => lockEvidence(tx, call.actor.programId, told.evidenceId));
  const content = await keepFile(call.actor.programId, sent.fileName, sent.chunks);
  return reviseByKept(call, { ...told, content });
}

/** Adds a link as the newest revision; what was before stays. @throws INVALID, NOT_FOUND */
export const reviseByLink = defineCommand({
  permission: "evidence:write",
  input: reviseByLinkInput,
  lock: "shared",
  run: (tx, ctx, { url, ...told }) => revise(tx, ctx, { ...told, content: { kind: "link", url } }),
});

const reviseByKept = defineCommand({
  permission: "evidence:write",
  input: z.custom<Told>(),
  lock: "shared",
  run: revise,
});

type Told = z.output<typeof revisionInput> & { content: Content };

async function revise(
  tx: Tx,
  ctx: CommandContext,
  { evidenceId, ...told }: Told,
): Promise<{ value: { number: number }; events: EventList }> {
  const { title, newest } = await lockEvidence(tx, ctx.actor.programId, evidenceId);
  const number = newest + 1;
  const after = await appendRevision(tx, ctx, { evidenceId, number, told });
  const subject = { type: "evidence", id: evidenceId, label: title };
  return { value: { number }, events: [{ action: "evidence.revised", subject, after }] };
}
