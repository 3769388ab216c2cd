import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import type { RecordedEvent } from "@/lib/audit/model";
import { historyOfAll } from "@/lib/audit/queries/events";
import { profileSubjects } from "@/lib/profiles/queries/profile";

/** What happened to a workload and to what belongs to it; nothing for those who read no history. */
export async function wholeHistory(
  actor: Actor,
  workloadId: string,
  limit: number,
): Promise<RecordedEvent[]> {
  if (!can(actor, "history:read")) return [];
  const subjects = await profileSubjects(actor, workloadId);
  return historyOfAll(actor, [{ type: "workload", id: workloadId }, ...subjects], limit);
}
