import "server-only";
import * as z from "zod";
import { sqlAs } from "@/lib/audit/queries/as-actor";
import { exportLines } from "@/lib/audit/queries/export-lines";
import { EXPORT_REASON } from "@/lib/audit/rules/export-format";
import { type Call, defineCommand } from "@/lib/command/define-command";
import { freshCheckpoint } from "./request-checkpoint";

const noteExport = defineCommand({
  permission: "audit:export",
  input: z.object({}),
  lock: "shared",
  run: async (_tx, { actor, now }) => ({
    value: { at: now },
    events: [
      {
        action: "audit.exported",
        subject: { type: "program", id: actor.programId, label: actor.programName },
        after: { format: "JSON lines" },
      },
    ],
  }),
});

/**
 * Exports the program's trail: the export is recorded first, so it stands in the file, and the file ends with a fresh
 * signed checkpoint of its last event.
 * @returns a file name and the lines as they are read
 */
export async function exportTrail(call: Call): Promise<{ fileName: string; lines: AsyncGenerator<string> }> {
  const { at } = await noteExport(call, {});
  const fresh = await freshCheckpoint(call, EXPORT_REASON);
  const { programSlug } = call.actor;
  return {
    fileName: `wavegate-audit-${programSlug}-${at.toISOString().slice(0, 16).replaceAll(":", "")}Z.jsonl`,
    lines: exportLines(sqlAs(call.actor), programSlug, fresh),
  };
}
