import "server-only";
import type { AuditEventInput, EventList } from "@/lib/audit/model";
import { AppError } from "@/lib/kernel/errors";

/** The events of a command; one that would change nothing is refused instead of pretending success. */
export function atLeastOne(events: readonly AuditEventInput[]): EventList {
  const [first, ...rest] = events;
  if (first === undefined) throw new AppError("INVALID", "Nothing was changed.");
  return [first, ...rest];
}
