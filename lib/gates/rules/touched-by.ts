import type { GateFacts } from "../model";

/** An event as far as this asks: what happened, and to which row. */
type Happened = { action: string; subjectId: string };

/** Events after which every gate is judged as before. What this has never heard of may change any gate. */
const ELSEWHERE =
  /^(session|audit|comment|view|pack|mail|asset|measurement|remediation|tenant-class|recovery-claim|checklist-template)\.|^risk\.action-|^calendar\.feed-/;

/** Whether the facts of a gate may be others after an event: false only where that is certain. */
export function touchedBy(facts: GateFacts, { action, subjectId }: Happened): boolean {
  if (ELSEWHERE.test(action)) return false;
  switch (action) {
    case "workload.changed":
      return (
        facts.workloads.some(({ id }) => id === subjectId) ||
        facts.links.some(({ dependentId, neededId }) => dependentId === subjectId || neededId === subjectId)
      );
    case "checklist.item-settled":
      return facts.checklist.some(({ id }) => id === subjectId);
    case "risk.assessed":
      return facts.risks.some(({ id }) => id === subjectId);
    default:
      return true;
  }
}
