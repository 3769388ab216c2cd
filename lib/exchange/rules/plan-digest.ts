import { createHash } from "node:crypto";
import type { Plan } from "../model/plan";

/** SHA-256 over what a plan would do and what it would replace: two plans a person could not tell apart share it. */
export function planDigest(plan: Plan): string {
  const hash = createHash("sha256").update(plan.format);
  for (const row of plan.rows) {
    const changes = row.changes.map(({ field, from, to }) => [field, from, to]);
    const sets = row.outcome === "create" ? row.sets : null;
    const { table, entity, outcome, id, version, subject, questions } = row;
    hash.update(
      JSON.stringify([table, row.row, entity, outcome, id, version, subject, changes, sets, questions]),
    );
  }
  return hash.digest("hex");
}
