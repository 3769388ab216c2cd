import { createHash } from "node:crypto";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import type { Plan } from "../model";

/** SHA-256 over what a plan would do and what it would replace: two plans a person could not tell apart share it. */
export function planDigest(plan: Plan): string {
  const hash = createHash("sha256").update(plan.format);
  for (const row of plan.rows) {
    const changes = row.changes.map(({ field, from, to }) => [field, from, to]);
    hash.update(canonicalJson([row.row, row.outcome, row.id, changes]));
  }
  return hash.digest("hex");
}
