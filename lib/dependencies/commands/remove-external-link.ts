import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import { defineCommand } from "@/lib/command/define-command";
import { requireOneChanged, requireVersion } from "@/lib/command/version";
import type { Tx } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import type { ExternalLinkFacts } from "../model";
import { externalLabel, externalRecord } from "../rules/external-links";
import { removeExternalLinkInput } from "../schema";

/** Removes a link out of the portfolio that does not exist (any more); what it said stays in the audit trail. */
export const removeExternalLink = defineCommand({
  permission: "dependency:write",
  input: removeExternalLinkInput,
  lock: "shared",
  async run(tx, ctx, { externalLinkId, version }) {
    const { facts, event } = await takeExternalLink(tx, ctx.actor.programId, externalLinkId, version);
    return { value: { workloadId: facts.workloadId }, events: [event] };
  },
});

/** Deletes it at its version and answers what it said. @throws NOT_FOUND, CONFLICT. */
export async function takeExternalLink(
  tx: Tx,
  programId: string,
  id: string,
  version: number,
): Promise<{ facts: ExternalLinkFacts; event: AuditEventInput }> {
  const row = await tx.externalLink.findUnique({
    where: { id, programId },
    select: {
      version: true,
      workloadId: true,
      name: true,
      side: true,
      kind: true,
      hardness: true,
      source: true,
      note: true,
      workload: { select: { name: true } },
    },
  });
  if (row === null) throw notFound("link");
  requireVersion(row, version);
  requireOneChanged(await tx.externalLink.deleteMany({ where: { id, version, programId } }));
  const { workload, version: _version, ...facts } = row;
  const subject = { type: "external-link", id, label: externalLabel(facts, workload.name) };
  const before = externalRecord(facts, workload.name);
  return { facts, event: { action: "external-link.removed", subject, before } };
}
