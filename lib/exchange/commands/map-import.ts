import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireOneChanged } from "@/lib/command/version";
import { AppError } from "@/lib/kernel/errors";
import { Prisma } from "@/prisma/generated/client/client";
import { FORMAT_LABELS } from "../labels";
import { formatOf, requireWaiting } from "../queries/load-import";
import { mappingProblems } from "../rules/formats";
import { mapImportInput } from "../schema";

/** Chooses the format of a file and which column fills which field; without a mapping the heads decide. */
export const mapImport = defineCommand({
  permission: "import:run",
  input: mapImportInput,
  lock: "shared",
  async run(tx, ctx, { importId, version, format, mapping }) {
    const batch = await requireWaiting(tx, ctx.actor, importId);
    const problems = mapping ? mappingProblems(format, mapping) : [];
    if (problems.length > 0)
      throw new AppError("INVALID", problems.join(" "), { fields: { mapping: problems.join(" ") } });
    if (batch.format === format && JSON.stringify(batch.mapping) === JSON.stringify(mapping ?? null))
      throw new AppError("INVALID", "Nothing was changed.");
    const result = await tx.importBatch.updateMany({
      where: { id: importId, version, state: "previewed" },
      data: { format, mapping: mapping ?? Prisma.DbNull, version: { increment: 1 } },
    });
    requireOneChanged(result);
    const was = formatOf(batch.format);
    return {
      value: { importId },
      events: [
        {
          action: "import.mapped",
          subject: { type: "import", id: importId, label: batch.fileName },
          before: { format: was === null ? null : FORMAT_LABELS[was], mapping: batch.mapping },
          after: { format: FORMAT_LABELS[format], mapping: mapping ?? null },
        },
      ],
    };
  },
});
