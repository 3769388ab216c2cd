import { AppError } from "@/lib/kernel/errors";

/**
 * Refuses a changing request that another site caused: `Sec-Fetch-Site` must be same-origin (or absent, from tools) and
 * `Origin`, where given, must name this host. A browser that sends neither is refused as well.
 */
export function requireSameOrigin(headers: Headers): void {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  const host = headers.get("host");
  const siteFits = site === null || site === "same-origin" || site === "none";
  const originFits = origin === null ? site !== null : hostOf(origin) === host;
  if (!siteFits || !originFits) {
    throw new AppError("FORBIDDEN", "This request came from another site. Nothing was changed.");
  }
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
