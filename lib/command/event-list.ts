import type { AuditEventInput, EventList } from "@/lib/audit/model";
import { AppError } from "@/lib/kernel/errors";

/** The events of a batch as a command must answer them. @throws INVALID when nothing happened. */
export function eventList(events: readonly AuditEventInput[]): EventList {
  const [first, ...rest] = events;
  if (first === undefined) throw new AppError("INVALID", "Nothing was changed.");
  return [first, ...rest];
}
