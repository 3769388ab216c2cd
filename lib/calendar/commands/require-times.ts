import "server-only";
import { AppError } from "@/lib/kernel/errors";
import { readPeriod } from "../rules/read-period";
import { ruleOf } from "../rules/repeat";
import type { PeriodInput } from "../schema";

/** The times that a form means, with their instants. @throws INVALID with a sentence for each field */
export function requireTimes(input: PeriodInput) {
  const { startLocal, endLocal, zone } = input;
  const started = readPeriod({ startLocal, endLocal, zone, recurrence: null });
  if (!started.ok) throw refused(started.fields);
  const answer = readPeriod({ startLocal, endLocal, zone, recurrence: ruleOf(input, startLocal) });
  if (!answer.ok) throw refused(answer.fields);
  return answer.times;
}

function refused(fields: Record<string, string>): AppError {
  return new AppError("INVALID", Object.values(fields).join(" "), { fields });
}
