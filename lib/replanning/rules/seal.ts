import { createHash } from "node:crypto";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { type Consequence, PARTS, type Part } from "../model";

/**
 * What somebody was shown, in one short text: for each part of the consequences a digest. The change is made only when the
 * same text comes out again.
 */
export function sealOf(consequences: readonly Consequence[]): string {
  return PARTS.map((part) => `${part}:${digestOf(consequences.filter((one) => one.part === part))}`).join(
    " ",
  );
}

/** The parts in which the consequences now differ from what was shown; all of them for a text that is no seal. */
export function changedParts(seen: string, consequences: readonly Consequence[]): Part[] {
  const shown = new Set(seen.split(" "));
  const now = sealOf(consequences).split(" ");
  return PARTS.filter((_, at) => !shown.has(now[at] ?? ""));
}

function digestOf(some: readonly Consequence[]): string {
  const rows = some.map(({ way, key, words }) => [way, key, words]);
  return createHash("sha256").update(canonicalJson(rows), "utf8").digest("hex").slice(0, 24);
}
