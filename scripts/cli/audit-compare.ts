import { spawnSync } from "node:child_process";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { type RunSql, readChain } from "@/lib/audit/adapters/chain-reader";
import { signingKey } from "@/lib/audit/adapters/signing-key";

const header = z.object({ format: z.literal("wavegate-audit/1"), chain: z.string() });
const exported = z.object({ seq: z.number(), hash: z.string() });

/** Verifies an export with this installation's key, then that the database still holds every event of it. */
export async function compareExport(
  run: RunSql,
  file: string,
  print: (text: string) => void,
): Promise<number> {
  const verifier = fileURLToPath(new URL("../verify-audit.mjs", import.meta.url));
  const { status } = spawnSync(process.execPath, [verifier, file, "--key", signingKey().keyId], {
    stdio: "inherit",
  });
  if (status !== 0) return status ?? 2;
  const lines = createInterface({
    input: createReadStream(file, "utf8"),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let stored: ReturnType<typeof readChain> | null = null;
  let count = 0;
  for await (const text of lines) {
    if (text === "") continue;
    const line: unknown = JSON.parse(text);
    if (stored === null) {
      stored = readChain(run, header.parse(line).chain);
      continue;
    }
    const event = exported.safeParse(line);
    if (!event.success) break;
    const { value } = await stored.next();
    if (value?.hash !== event.data.hash) {
      print(`NOT INTACT: event ${event.data.seq} of the export is not in the database any more.`);
      return 1;
    }
    count += 1;
  }
  print(`Export   ${file}: all its ${count} events are in the database, unchanged`);
  return 0;
}
