/**
 * The address a request came from. The web server overwrites `x-forwarded-for` with the peer's address unless the peer
 * is a trusted proxy (`WAVEGATE_TRUSTED_PROXIES`), so the last entry is the one that was seen.
 */
export function clientAddress(headers: Headers): string {
  const seen = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return seen ? seen.replace(/^::ffff:/, "").slice(0, 64) : "unknown";
}
