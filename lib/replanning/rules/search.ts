import type { SearchParams } from "@/lib/kernel/search-params";
import { chosenIds, one } from "@/lib/waves/rules/search";

/** A window as a form says it; `fold` and `endFold` are "" where no clock shows the time twice. */
export type TypedWindow = {
  startLocal: string;
  endLocal: string;
  zone: string;
  fold: string;
  endFold: string;
};

/** The workloads that an address of a wave's window carries along: `w` come, `x` go. */
export function carriedWorkloads(params: SearchParams): { add: string[]; remove: string[] } {
  return { add: chosenIds(params.w), remove: chosenIds(params.x) };
}

/** The same as the query of such an address. */
export function changeQuery({ add, remove }: { add: readonly string[]; remove: readonly string[] }): string {
  const query = new URLSearchParams();
  for (const id of add) query.append("w", id);
  for (const id of remove) query.append("x", id);
  return query.toString();
}

/** The window that an address says; what it leaves out is `otherwise`. */
export function typedWindow(
  params: SearchParams,
  otherwise: Omit<TypedWindow, "fold" | "endFold">,
): TypedWindow {
  return {
    startLocal: one(params.startLocal) || otherwise.startLocal,
    endLocal: one(params.endLocal) || otherwise.endLocal,
    zone: one(params.zone) || otherwise.zone,
    fold: one(params.fold),
    endFold: one(params.endFold),
  };
}

/** Which of two equal clock times; undefined for any other word. */
export function foldOf(text: string): "earlier" | "later" | undefined {
  return text === "earlier" || text === "later" ? text : undefined;
}
