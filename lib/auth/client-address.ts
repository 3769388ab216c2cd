import { environment } from "@/lib/kernel/environment";

/**
 * The address a request came from: the peer as the web server saw it, or, where the peer is a trusted proxy
 * (`WAVEGATE_TRUSTED_PROXIES`, addresses parted by commas), the last address in `x-forwarded-for` that is none.
 */
export function clientAddress(headers: Headers): string {
  const trusted = addressesOf(environment().WAVEGATE_TRUSTED_PROXIES);
  const peer = plain(headers.get("x-wavegate-peer") ?? "");
  const hops = [...addressesOf(headers.get("x-forwarded-for") ?? ""), peer];
  const seen = trusted.includes(peer) ? hops.findLast((hop) => !trusted.includes(hop)) : peer;
  return (seen || peer || "unknown").slice(0, 64);
}

function addressesOf(list: string): string[] {
  return list
    .split(",")
    .map(plain)
    .filter((address) => address !== "");
}

/** An IPv4 address that was seen through an IPv6 socket is the same address. */
function plain(address: string): string {
  return address.trim().replace(/^::ffff:(?=\d)/i, "");
}
