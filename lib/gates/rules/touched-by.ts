import type { GateFacts } from "../model/facts";

/** An event as far as this asks: what happened, to which row, and which facts it tells of; null where that is not known. */
type Happened = { action: string; subjectId: string; fields: readonly string[] | null };

/** Events after which every gate is judged as before. What this has never heard of may change any gate. */
const ELSEWHERE =
  /^(session|audit|comment|view|pack|mail|asset|measurement|remediation|tenant-class|recovery-claim|checklist-template)\.|^risk\.action-|^calendar\.feed-/;

/** What a gate asks of the workloads that its wave holds, as events name it; targets come with the tier. */
const HELD = ["name", "criticality", "tier", "businessOwner", "technicalOwner", "stateful"];

/** Whether the facts of a gate may be others after an event: false only where that is certain. */
export function touchedBy(facts: GateFacts, { action, subjectId, fields }: Happened): boolean {
  if (ELSEWHERE.test(action)) return false;
  switch (action) {
    case "workload.changed":
      return tellsOf(fields, HELD) && facts.workloads.some(({ id }) => id === subjectId);
    case "checklist.item-settled":
      return facts.checklist.some(({ id }) => id === subjectId);
    case "risk.assessed":
      return facts.risks.some(({ id }) => id === subjectId);
    default:
      return true;
  }
}

function tellsOf(fields: readonly string[] | null, asked: readonly string[]): boolean {
  return fields === null || fields.some((field) => asked.includes(field));
}

/** Events that change no link, and no wave's workloads. */
const NO_LINKS =
  /^(calendar|checklist|comment|control|drill|evidence|gate|gate-template|mail|member|pack|question|risk|risk-domain|risk-scale|session|tier|view)\.|^workload\.(changed|duties-set|sites-set)$|^wave\.(changed|transitioned|window-moved)$/;

/** Whether the links of a gate's wave may be others after an event: false only where that is certain. */
export function linksTouchedBy({ action }: Pick<Happened, "action">): boolean {
  return !NO_LINKS.test(action);
}
