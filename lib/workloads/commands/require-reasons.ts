import "server-only";
import { AppError } from "@/lib/kernel/errors";
import { type DecisionFacts, missingReasons } from "../rules/decisions";

/** @throws INVALID where a person takes or changes a decision without saying why. */
export function requireReasons(before: DecisionFacts | null, after: DecisionFacts): void {
  const fields = missingReasons(before, after);
  const sentences = Object.values(fields);
  if (sentences.length > 0) throw new AppError("INVALID", sentences.join(" "), { fields });
}
