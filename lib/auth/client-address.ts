import { environment } from "@/lib/kernel/environment";
import { addressesOf, plainAddress } from "./rules/addresses";

/**
 * The address a request came from: the peer as the web server saw it, or, where the peer is a trusted proxy
 * (`WAVEGATE_TRUSTED_PROXIES`, addresses parted by commas), the last address in `x-forwarded-for` that is none.
 */
export function clientAddress(headers: Headers): string {
  const trusted = addressesOf(environment().WAVEGATE_TRUSTED_PROXIES);
  const peer = plainAddress(headers.get("x-wavegate-peer") ?? "");
  const hops = [...addressesOf(headers.get("x-forwarded-for") ?? ""), peer];
  const seen = trusted.includes(peer) ? hops.findLast((hop) => !trusted.includes(hop)) : peer;
  return (seen || peer || "unknown").slice(0, 64);
}
