/** Events that say nothing of which workloads are live, how risks stand, or what drills have proven. */
const ELSEWHERE =
  /^(session|audit|comment|view|pack|mail|checklist|checklist-template|gate|gate-template|calendar|dependency|external-link|asset|measurement|remediation|tenant-class|recovery-claim|evidence)\.|^risk\.action-/;

/**
 * Whether the days up to `over` are told as before after an event: it says nothing of them, or changes only what has been true
 * since. What this has never heard of may change every day.
 */
export function leavesThePast(
  { action, occurredAt }: { action: string; occurredAt: Date },
  over: Date | null,
): boolean {
  if (ELSEWHERE.test(action)) return true;
  const readBack = action === "workload.changed" || action === "risk.assessed";
  return readBack && over !== null && occurredAt > over;
}
