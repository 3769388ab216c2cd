import type { MouseEvent } from "react";
import type { WorkloadPage } from "@/lib/workloads/model/list";
import type { WorkloadSearch } from "@/lib/workloads/model/search";
import { pageFromJson } from "@/lib/workloads/rules/page-json";
import { parseSearch } from "@/lib/workloads/rules/search";

/** The parameters of a link of this list that was pressed without a modifier; null for every other click. */
export function queryOfPlainClick(event: MouseEvent<HTMLElement>, path: string): URLSearchParams | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement)) return null;
  const url = new URL(link.href);
  return url.origin === window.location.origin && url.pathname === path ? url.searchParams : null;
}

/** What a form of the list says, on its first page. */
export function searchOfForm(form: HTMLFormElement): WorkloadSearch {
  const params = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") params.append(name, value);
  return parseSearch(params);
}

/** The page behind an address of the JSON route; null when it could not be had. */
export async function loadPage(address: string, signal: AbortSignal): Promise<WorkloadPage | null> {
  try {
    const response = await fetch(address, { signal, headers: { accept: "application/json" } });
    return response.ok ? pageFromJson(await response.text()) : null;
  } catch {
    return null;
  }
}
