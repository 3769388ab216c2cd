const FORWARDED = ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip"];

/**
 * Writes into a request what only this server can know: the address of the peer, and whether a proxy spoke for
 * somebody else. What a client sent under these names is overwritten.
 */
export function notePeer(request) {
  const { headers, socket } = request;
  headers["x-wavegate-peer"] = socket.remoteAddress ?? "unknown";
  headers["x-wavegate-forwarded"] = FORWARDED.some((name) => headers[name] !== undefined) ? "1" : "0";
}
