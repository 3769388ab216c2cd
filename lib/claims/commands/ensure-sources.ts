import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { insertSources } from "../adapters/source-rows";

/**
 * Makes the sources of these names known, each with the trust its kind of tool has at first. Blank names are passed over.
 * Answers one event for each source that is new.
 */
export async function ensureSources(
  tx: Tx,
  ctx: CommandContext,
  names: readonly string[],
): Promise<AuditEventInput[]> {
  const added = await insertSources(tx, ctx, names);
  return added.map(({ id, name, trust, note }) => ({
    action: "source.created",
    subject: { type: "source", id, label: name },
    after: { name, trust, note },
  }));
}
