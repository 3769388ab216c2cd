import { EVENTS, type EventAction } from "../model";

const NEWS_GROUPS: ReadonlySet<string> = new Set([
  "checklist",
  "gate",
  "import",
  "member",
  "risk",
  "wave",
  "workload",
]);
const ONLY_A_STEP: ReadonlySet<string> = new Set<EventAction>([
  "import.previewed",
  "import.mapped",
  "import.discarded",
  "member.added",
  "risk.control-linked",
  "risk.control-unlinked",
]);

/**
 * Whether an event belongs into a short list of what changed: the plan, its workloads, risks, gates and members.
 * Newcomers, names of people, links, scales and the trail's own events are history, not news.
 */
export function isNews(action: string): boolean {
  return NEWS_GROUPS.has(action.slice(0, action.indexOf("."))) && !ONLY_A_STEP.has(action);
}

/** Every action that is news, for a query. */
export const NEWS_ACTIONS: readonly string[] = Object.keys(EVENTS).filter(isNews);
