import "server-only";
import type * as z from "zod";
import type { Actor } from "@/lib/access/model";
import type { Call } from "@/lib/command/define-command";
import { defineCommand } from "@/lib/command/define-command";
import { requireVersion } from "@/lib/command/version";
import type { Tx } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/new-id";
import { FORMAT_LABELS } from "../labels";
import type { FormatName } from "../model/formats";
import { type Batch, requireBatch } from "../queries/batch";
import { mappingProblems } from "../rules/formats";
import { headDigest } from "../rules/head-digest";
import { mapImportInput, storedReport } from "../schema";
import { readAnew, sendBack } from "./read-anew";

/**
 * Says how a file is to be read: its format, which column fills which field, whose word it is, which sheet, and what words
 * for levels mean; what is left out is found out. A table with these heads is read so the next time. The file is read anew,
 * at once when it is small.
 */
export const mapImport = Object.assign(
  async (call: Call, input: z.input<typeof mapImportInput>): Promise<{ importId: string }> => {
    return readAnew(call.actor, await choose(call, input));
  },
  { permission: "import:run" as const },
);

const choose = defineCommand({
  permission: "import:run",
  input: mapImportInput,
  lock: "shared",
  async run(tx, ctx, { importId, version, format, mapping, sourceName, table, levels }) {
    const batch = await requireBatch(tx, ctx.actor, importId, ["previewed"]);
    const problems = mapping && format ? mappingProblems(format, mapping) : [];
    if (problems.length > 0)
      throw new AppError("INVALID", problems.join(" "), { fields: { mapping: problems.join(" ") } });
    requireVersion(batch, version);
    const chosen = {
      format: format ?? null,
      mapping: { format: format ?? null, columns: mapping ?? null, levels },
      sourceName: sourceName || null,
      table: table || null,
    };
    if (isSame(batch, chosen)) throw new AppError("INVALID", "Nothing was changed.");
    const value = await sendBack(tx, ctx.actor, batch, { version, ...chosen });
    const heads = storedReport.parse(batch.report ?? {}).sheets[0]?.columns.map((column) => column.head);
    if (format && mapping && heads !== undefined)
      await remember(tx, ctx.actor, ctx.now, { heads, format, chosen });
    return {
      value,
      events: [
        {
          action: "import.mapped",
          subject: { type: "import", id: importId, label: batch.fileName },
          before: {
            format: nameOf(batch.format),
            mapping: batch.mapping?.columns ?? null,
            source: batch.sourceName,
          },
          after: { format: nameOf(format ?? null), mapping: mapping ?? null, source: chosen.sourceName },
        },
      ],
    };
  },
});

type Said = Pick<Batch, "format" | "sourceName" | "table"> & { mapping: Batch["mapping"] };

/** Whether the file is read so already. */
function isSame(batch: Said, chosen: Said): boolean {
  const of = (said: Said) =>
    JSON.stringify([
      said.format,
      said.mapping?.columns ?? null,
      said.mapping?.levels ?? {},
      said.sourceName,
      said.table,
    ]);
  return of(batch) === of(chosen);
}

type Chosen = { mapping: object; sourceName: string | null };

async function remember(
  tx: Tx,
  { programId }: Actor,
  now: Date,
  { heads, format, chosen }: { heads: readonly string[]; format: FormatName; chosen: Chosen },
): Promise<void> {
  const data = { format, mapping: chosen.mapping, sourceName: chosen.sourceName, updatedAt: now };
  const key = headDigest(heads);
  await tx.rememberedMapping.upsert({
    where: { programId_headDigest: { programId, headDigest: key } },
    create: { id: newId(now), programId, headDigest: key, ...data },
    update: data,
    select: { id: true },
  });
}

function nameOf(format: FormatName | null): string | null {
  return format === null ? null : FORMAT_LABELS[format];
}
