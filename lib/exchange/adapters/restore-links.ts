import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import { changedFields } from "@/lib/audit/rules/changed-fields";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { removedFacts } from "../rules/removed-facts";

type Before = { id: string; facts: Record<string, unknown> };
type Row = { id: string; name: string; held: Record<string, unknown> };

/** Gives links out of the portfolio their earlier facts back; the core only ever adds to them. */
export async function restoreExternalLinks(
  tx: Tx,
  _ctx: CommandContext,
  links: readonly Before[],
): Promise<AuditEventInput[]> {
  const events: AuditEventInput[] = [];
  for (const { id, facts } of links) {
    const [row] = await tx.$queryRaw<Row[]>`
      SELECT id, name, to_jsonb(l) AS held FROM "ExternalLink" l WHERE id = ${id}::uuid`;
    if (row === undefined) continue;
    await tx.$executeRaw`
      UPDATE "ExternalLink" l SET kind = r.kind, hardness = r.hardness, source = r.source, note = coalesce(r.note, ''),
        version = l.version + 1
      FROM jsonb_populate_record(NULL::"ExternalLink", ${JSON.stringify(facts)}::jsonb) r WHERE l.id = ${id}::uuid`;
    const change = changedFields(removedFacts(row.held), removedFacts({ ...row.held, ...facts }));
    const subject = { type: "external-link", id, label: row.name };
    if (change !== null) events.push({ action: "external-link.changed", subject, ...change });
  }
  return events;
}
