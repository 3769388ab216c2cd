import { createHash } from "node:crypto";

/** Stands for exactly these questions as they were seen; 64 hexadecimal digits. */
export function seenDigest(questions: readonly { id: string; version: number }[]): string {
  const lines = questions.map(({ id, version }) => `${id}:${version}`).sort();
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}
