import { type FoundRisks, foundFromJson } from "@/lib/risks/rules/list-json";

/** Where a link to rows of the register leads that was pressed without a modifier, and whether they may be out of view; else null. */
export function hrefOfPlainClick(event: MouseEvent, path: string): { href: string; there: boolean } | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target !== "") return null;
  const url = new URL(link.href);
  if (url.origin !== window.location.origin || url.pathname !== path || url.hash !== "#register") return null;
  const there = link.closest("#register") === null || link.closest(".pager") !== null;
  return { href: `${url.pathname}${url.search}${url.hash}`, there };
}

/** The address of what a form of the register asks for; what is left empty is no filter. */
export function hrefOfForm(path: string, form: HTMLFormElement): string {
  const params = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && value !== "") params.append(name, value);
  const query = params.toString();
  return query === "" ? path : `${path}?${query}`;
}

/** The rows behind an address of the JSON route; null when they could not be had. */
export async function askRegister(address: string, signal: AbortSignal): Promise<FoundRisks | null> {
  try {
    const response = await fetch(address, { signal, headers: { accept: "application/json" } });
    return response.ok ? foundFromJson(await response.text()) : null;
  } catch {
    return null;
  }
}
