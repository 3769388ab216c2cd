import { AppError } from "@/lib/kernel/errors";

/**
 * Refuses a changing request that another site caused: `Sec-Fetch-Site` must be same-origin (or absent, from tools) and
 * `Origin`, where given, must name this host. A browser that sends neither is refused as well.
 */
export function requireSameOrigin(headers: Headers): void {
  if (isSameOrigin(headers)) return;
  throw new AppError("FORBIDDEN", "This request came from another site. Nothing was changed.");
}

/** Whether a page of this very host caused the request. */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (site !== null && site !== "same-origin" && site !== "none") return false;
  if (origin === null) return site !== null;
  return URL.canParse(origin) && new URL(origin).host === headers.get("host");
}
