import type { SearchParams } from "@/lib/kernel/search-params";
import { PHASE_LABELS } from "../labels";
import { CHECKLIST_PHASES, type ChecklistItem } from "../model";

export const SHOWN = ["all", "late", "mine", "blocked"] as const;
type Shown = (typeof SHOWN)[number];
export type ChecklistSearch = { show: Shown; by: "section" | "time" };

/** What the address asks of a checklist: everything by section when it asks for nothing. */
export function checklistSearch(params: SearchParams): ChecklistSearch {
  return {
    show: SHOWN.find((one) => one === params.show) ?? "all",
    by: params.by === "time" ? "time" : "section",
  };
}

/** The address of a list with one thing changed; what is usual is left out. */
export function checklistQuery({ show, by }: ChecklistSearch): string {
  return `${show === "all" ? "" : `&show=${show}`}${by === "section" ? "" : "&by=time"}`;
}

/** Whether an item should have been settled by now; what failed is told by its state. */
export function isLate({ state, dueAt }: Pick<ChecklistItem, "state" | "dueAt">, now: Date): boolean {
  return state === "open" && dueAt !== null && dueAt < now;
}

/** Whether something besides the hour keeps an item from being done. */
export function isBlocked({ waitsFor }: Pick<ChecklistItem, "waitsFor">): boolean {
  return waitsFor.some(({ code }) => code !== "wave-state");
}

/** The items that are asked for. Mine are those that still wait for me. */
export function shownItems(items: readonly ChecklistItem[], show: Shown, now: Date): ChecklistItem[] {
  switch (show) {
    case "all":
      return [...items];
    case "late":
      return items.filter((item) => isLate(item, now));
    case "mine":
      return items.filter(({ mine, state }) => mine && (state === "open" || state === "failed"));
    case "blocked":
      return items.filter(isBlocked);
  }
}

/** How a part of the list stands: what is settled, what failed, what should be done by now. */
export function partCounts(items: readonly ChecklistItem[], now: Date) {
  const count = (fits: (item: ChecklistItem) => boolean) => items.filter(fits).length;
  return {
    settled: count(({ state }) => state === "done" || state === "skipped"),
    failed: count(({ state }) => state === "failed"),
    late: count((item) => isLate(item, now)),
  };
}

type ItemGroup = { title: string; items: ChecklistItem[] };

/** The list in its sections, or by the parts of the cutover and by due time; what nobody can date stands last in its part. */
export function groupedItems(items: readonly ChecklistItem[], by: ChecklistSearch["by"]): ItemGroup[] {
  if (by === "section") {
    const sections = new Map<string, ChecklistItem[]>();
    for (const item of items) sections.set(item.section, [...(sections.get(item.section) ?? []), item]);
    return [...sections].map(([title, found]) => ({ title: title === "" ? "Items" : title, items: found }));
  }
  return CHECKLIST_PHASES.map((phase) => ({
    title: PHASE_LABELS[phase],
    items: items.filter((item) => item.phase === phase).sort(byTime),
  })).filter((group) => group.items.length > 0);
}

function byTime(a: ChecklistItem, b: ChecklistItem): number {
  const time = ({ dueAt }: ChecklistItem) => dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return time(a) - time(b) || hour(a) - hour(b) || a.position - b.position;
}

/** Without a window, what is so much before it stands in that order all the same. */
function hour({ offset }: ChecklistItem): number {
  if (offset === null) return 0;
  return offset.unit === "days" ? offset.by * 24 * 60 : offset.by;
}
