import { counted } from "@/lib/kernel/text";
import type { ServedSite } from "../model";

/** "Tilbury (120 users), Venlo (users unknown)", by name; "" when no site is served. */
export function servedInWords(sites: readonly ServedSite[], names: ReadonlyMap<string, string>): string {
  const words = sites.map(({ siteId, users }) => {
    const name = names.get(siteId) ?? siteId;
    return `${name} (${users === null ? "users unknown" : counted(users, "user")})`;
  });
  return words.sort().join(", ");
}

/** A list of served sites as a short text that differs when the list does. */
export function servedFingerprint(sites: readonly ServedSite[]): string {
  return sites
    .map(({ siteId, users }) => `${siteId}:${users ?? "?"}`)
    .sort()
    .join(" ");
}
