import "server-only";
import type * as z from "zod";
import type { Call } from "@/lib/command/define-command";
import type { fileInput } from "../schema";
import { readImport } from "./read-import";
import { receiveFile } from "./receive-file";

type Input = z.input<typeof fileInput> & { content: Uint8Array };

/**
 * Keeps a file that is here already and reads it at once, whatever its size: the way of the command line and of small
 * uploads. Where the file is not understood, its preview says so.
 * @throws INVALID in words for a small file that is none; a large one ends as `failed`
 */
export async function previewImport(call: Call, { content, ...told }: Input): Promise<{ importId: string }> {
  const { importId, file } = await receiveFile(call, told, once(content), { here: true });
  await readImport(call.actor, importId, file);
  return { importId };
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array, void, void> {
  if (content.byteLength > 0) yield content;
}
