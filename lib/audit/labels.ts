import { EVENTS } from "./model";

/** The parts of the product that write events, as the filter names them: "workload" → "Workload". */
export const EVENT_GROUPS: readonly { value: string; label: string }[] = [
  ...new Set(Object.keys(EVENTS).map((action) => action.slice(0, action.indexOf(".")))),
]
  .sort()
  .map((value) => ({ value, label: kindLabel(value) }));

/** "recovery-target" → "Recovery target" */
export function kindLabel(kind: string): string {
  const words = kind.replaceAll(/[-_]/g, " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
