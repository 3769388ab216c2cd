import "server-only";
import { appendFile } from "node:fs/promises";
import path from "node:path";
import { environment } from "@/lib/kernel/environment";
import type { WitnessLine } from "../model";

/** Where the witness is kept: beside the signing key, outside the database. */
export function witnessPath(): string {
  const { WAVEGATE_AUDIT_KEY_FILE, WAVEGATE_DATA_DIR } = environment();
  return path.join(
    WAVEGATE_AUDIT_KEY_FILE ? path.dirname(WAVEGATE_AUDIT_KEY_FILE) : WAVEGATE_DATA_DIR,
    "audit-witness.jsonl",
  );
}

/** Notes chain heads after their commit, one JSON line each. The folder is made by whoever starts the product. */
export async function witnessHeads(heads: readonly WitnessLine[]): Promise<void> {
  await appendFile(witnessPath(), heads.map((head) => `${JSON.stringify(head)}\n`).join(""), { mode: 0o600 });
}
