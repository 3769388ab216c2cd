import "server-only";
import type * as z from "zod";
import type { AuditEventInput } from "@/lib/audit/model";
import { changedFields } from "@/lib/audit/rules/changed-fields";
import { type CommandContext, defineCommand } from "@/lib/command/define-command";
import { requireVersion } from "@/lib/command/version";
import type { Tx } from "@/lib/db/transaction";
import { AppError, refuseIfAny } from "@/lib/kernel/errors";
import { loadTemplate } from "../queries/templates";
import { inOneVoice, templateBlockers, templateFacts } from "../rules/template-rules";
import { versionWords } from "../rules/template-words";
import { saveTemplateInput } from "../schema";

/**
 * Keeps another version of the program's template for a kind of wave and of gate. Gates that are open stay as they are;
 * whether a gate is demanded counts at once.
 */
export const saveGateTemplate = defineCommand({
  permission: "gate:configure",
  input: saveTemplateInput,
  lock: "exclusive",
  async run(tx, ctx, input) {
    const { event, ...value } = await keepGateTemplate(tx, ctx, input);
    return { value, events: [event] };
  },
});

type Kept = { templateId: string; version: number; event: AuditEventInput };

/** The core of it, for a batch. */
export async function keepGateTemplate(
  tx: Tx,
  ctx: CommandContext,
  { waveKind, kind, version, ...written }: z.output<typeof saveTemplateInput>,
): Promise<Kept> {
  const content = { ...written, criteria: inOneVoice(written.criteria) };
  const present = await loadTemplate(tx, ctx.actor, { waveKind, kind });
  requireVersion(present, version);
  if (kind === "go_no_go" && !content.demanded) {
    throw new AppError("BLOCKED", "Nothing cuts over without a go/no-go gate; it is always demanded.");
  }
  refuseIfAny(templateBlockers(kind, content));
  const changed = changedFields(templateFacts(present), templateFacts(content));
  if (changed === null) throw new AppError("INVALID", "Nothing was changed.");
  const { id } = await tx.gateTemplate.create({
    data: {
      programId: ctx.actor.programId,
      waveKind,
      kind,
      version: version + 1,
      demanded: content.demanded,
      quorum: content.quorum,
      seats: content.seats,
      criteria: content.criteria,
      changedById: ctx.actor.userId,
      createdAt: ctx.now,
    },
    select: { id: true },
  });
  const label = versionWords({ version: version + 1, kind, waveKind });
  const subject = { type: "gate-template", id, label };
  return {
    templateId: id,
    version: version + 1,
    event: { action: "gate-template.changed", subject, ...changed },
  };
}
