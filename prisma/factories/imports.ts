import { readFileSync } from "node:fs";
import type { Actor } from "@/lib/access/model";
import { commitImport } from "@/lib/exchange/commands/commit-import";
import { previewImport } from "@/lib/exchange/commands/preview-import";
import { getImport } from "@/lib/exchange/queries/imports";

/** One of Konveyor's own files, brought in and previewed. */
export function previewKonveyor(actor: Actor, file: string) {
  const bytes = readFileSync(new URL(`../../e2e/fixtures/konveyor/${file}`, import.meta.url));
  return previewOf(actor, file, new Uint8Array(bytes));
}

/** Imports a small file that is written in the test. */
export async function bringIn(actor: Actor, csv: string): Promise<void> {
  const waiting = await previewOf(actor, "made.csv", csvBytes(csv));
  await commitImport({ actor }, { importId: waiting.id, digest: waiting.preview?.digest ?? "" });
}

/** The preview of a small file that is written in the test; `sourceName` says whose word it is. */
export function previewCsv(actor: Actor, csv: string, sourceName?: string) {
  return previewOf(actor, "made.csv", csvBytes(csv), sourceName);
}

export function csvBytes(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text));
}

async function previewOf(
  actor: Actor,
  fileName: string,
  content: Uint8Array<ArrayBuffer>,
  sourceName?: string,
) {
  const { importId } = await previewImport({ actor }, { fileName, content, sourceName });
  const found = await getImport(actor, importId, { page: 1 });
  if (found === null) throw new Error("the import is gone");
  return found;
}
