import "server-only";
import { createHash } from "node:crypto";
import { type Call, defineCommand } from "@/lib/command/define-command";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/new-id";
import { readCsv } from "../adapters/read-csv";
import { type FormatName, MAX_FILE_BYTES, MAX_KEPT_BYTES } from "../model";
import { requireImporter } from "../queries/load-import";
import { readFile } from "../rules/read-file";
import { previewImportInput } from "../schema";

const keepFile = defineCommand({
  permission: "import:run",
  input: previewImportInput,
  lock: "shared",
  timeoutMs: 60_000,
  async run(tx, ctx, { fileName, content, format }) {
    const id = newId(ctx.now);
    const fileDigest = createHash("sha256").update(content).digest("hex");
    await tx.importBatch.create({
      data: {
        id,
        programId: ctx.actor.programId,
        fileName,
        fileDigest,
        fileBytes: content.byteLength,
        content: new Uint8Array(content),
        format: format ?? null,
        byId: ctx.actor.userId,
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    const after = { fileName, fileDigest, fileBytes: content.byteLength, format: format ?? null };
    const subject = { type: "import", id, label: fileName };
    return { value: { importId: id }, events: [{ action: "import.previewed", subject, after }] };
  },
});

type Input = { fileName: string; content: Uint8Array<ArrayBuffer>; format?: FormatName | null };

/**
 * Keeps a file for its preview. The file is read before any lock; one whose header is of no known format is kept too, so
 * that its format can be chosen by hand.
 * @throws INVALID in words for a file that is too large or cannot be read as a table
 */
export const previewImport = Object.assign(
  async (call: Call, input: Input): Promise<{ importId: string }> => {
    requireImporter(call.actor);
    refuseLarge(input.content.byteLength);
    const { format } = readFile(readCsv(input.content), input.format ?? null, null);
    return keepFile(call, { ...input, format });
  },
  { permission: keepFile.permission },
);

/** Refuses a file by its size alone, before a byte of it is parsed. */
export function refuseLarge(bytes: number): void {
  const fields = (message: string) => ({ fields: { file: message } });
  if (bytes === 0) throw new AppError("INVALID", "The file is empty.", fields("The file is empty."));
  if (bytes > MAX_FILE_BYTES) {
    const message = "Files of more than 100 MB are not read. Split the file.";
    throw new AppError("INVALID", message, fields(message));
  }
  if (bytes > MAX_KEPT_BYTES) {
    const message =
      "This version keeps files of up to 20 MB for their preview. Split the file and import the parts.";
    throw new AppError("INVALID", message, fields(message));
  }
}
