import { isSameOrigin } from "@/lib/auth/request-origin";
import { addressesOf, plainAddress } from "@/lib/auth/rules/addresses";

const FORWARDED = [
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-port",
  "x-real-ip",
] as const;

/** Headers about who asks that only a trusted proxy may set: all of them when the peer is none. */
export function forwardedToDrop(trustedProxies: string | undefined, peer: string | null): readonly string[] {
  return isTrusted(trustedProxies, peer) ? [] : FORWARDED;
}

/** Whether the peer, as the web server noted it, is one of the proxies that the operator named. */
export function isTrusted(trustedProxies: string | undefined, peer: string | null): boolean {
  return peer !== null && addressesOf(trustedProxies ?? "").includes(plainAddress(peer));
}

/** Why a request is refused before any page sees it, in a plain sentence; null lets it pass. */
export function refusalOf(method: string, headers: Headers): string | null {
  if (headers.has("x-middleware-subrequest")) return "This header is not accepted.";
  if (method === "GET" || method === "HEAD" || method === "OPTIONS") return null;
  return isSameOrigin(headers) ? null : "This request came from another site. Nothing was changed.";
}

/**
 * Whether a path can be the address of anything here. Broken percent-encoding, a zero character and `__proto__` cannot, and
 * would only make the framework stumble.
 */
export function isReadablePath(pathname: string): boolean {
  try {
    const path = decodeURIComponent(pathname);
    return !path.includes("\u0000") && !path.split("/").includes("__proto__");
  } catch {
    return false;
  }
}

/** What every answer carries, beside a policy of its own. Every one may show who is signed in, so none is kept. */
export const ANSWER_HEADERS = {
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "cache-control": "private, no-store",
} as const;

/** The policy of data: nothing of it is shown, run or loaded. */
export const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

export const STRICT_TRANSPORT = "max-age=63072000; includeSubDomains";

/** Files that people brought in: whatever they hold, nothing of them is shown, run or loaded. */
const KEPT_FILE = /^\/api\/p\/[^/]+\/evidence\/[^/]+\/\d+\/?$/;

/** The content security policy of an address: that of a page, or the one that seals a kept file. */
export function policyOf(pathname: string, nonce: string, development: boolean): string {
  if (KEPT_FILE.test(pathname)) return `sandbox; ${DATA_POLICY}`;
  return securityPolicy(nonce, development);
}

/**
 * The content security policy of one page. Scripts run by nonce only; development adds what Turbopack's reloading
 * needs.
 */
export function securityPolicy(nonce: string, development: boolean): string {
  const signed = nonce ? ` 'nonce-${nonce}'` : "";
  return [
    "default-src 'self'",
    `script-src 'self'${signed} 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src-elem 'self'${development ? " 'unsafe-inline'" : signed}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
