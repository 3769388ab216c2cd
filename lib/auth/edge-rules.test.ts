import { describe, expect, it } from "vitest";
import { forwardedToDrop, isReadablePath, policyOf, refusalOf, securityPolicy } from "@/lib/auth/edge-rules";

const HOST = "wavegate.example";

describe("refusalOf", () => {
  it.each([
    ["GET from anywhere", "GET", { "sec-fetch-site": "cross-site" }, true],
    ["own page", "POST", { origin: `https://${HOST}`, "sec-fetch-site": "same-origin" }, true],
    ["typed address", "POST", { "sec-fetch-site": "none" }, true],
    ["own origin without fetch metadata", "POST", { origin: `http://${HOST}` }, true],
    ["another site", "POST", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }, false],
    ["a sibling site", "DELETE", { origin: "https://a.example", "sec-fetch-site": "same-site" }, false],
    [
      "a foreign origin that claims to be ours",
      "PATCH",
      { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
      false,
    ],
    ["an opaque origin", "POST", { origin: "null" }, false],
    ["neither origin nor metadata", "POST", {}, false],
    ["the bypass header", "GET", { "x-middleware-subrequest": "proxy" }, false],
  ])("%s", (_, method, given, passes) => {
    const headers = new Headers({ host: HOST });
    for (const [name, value] of Object.entries(given)) headers.set(name, value);
    expect(refusalOf(method, headers) === null).toBe(passes);
  });
});

describe("forwardedToDrop", () => {
  it("drops what a client may have invented unless the peer is a trusted proxy", () => {
    expect(forwardedToDrop(undefined, "10.0.0.1")).toContain("x-forwarded-for");
    expect(forwardedToDrop("  ", "10.0.0.1")).toContain("x-real-ip");
    expect(forwardedToDrop("10.0.0.1", null)).toContain("x-forwarded-host");
    expect(forwardedToDrop("10.0.0.1", "203.0.113.9")).toContain("x-forwarded-proto");
    expect(forwardedToDrop("10.0.0.2, 10.0.0.1", "::ffff:10.0.0.1")).toEqual([]);
  });
});

describe("isReadablePath", () => {
  it.each(["/", "/p/demo/waves/3", "/p/demo/workloads/%F0%9F%98%80", "/p/%25"])(
    "%s may be asked for",
    (path) => {
      expect(isReadablePath(path)).toBe(true);
    },
  );

  it.each(["/p/%ff", "/p/demo/risks/%ED%A0%80", "/p/%00", "/p/%", "/p/demo/waves/__proto__"])(
    "%s is nowhere",
    (path) => {
      expect(isReadablePath(path)).toBe(false);
    },
  );
});

describe("securityPolicy", () => {
  it("lets scripts run by nonce only", () => {
    const policy = securityPolicy("abc", false);
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|style-src-elem[^;]*unsafe-inline/);
  });
});

describe("policyOf", () => {
  it("seals files that people brought in, and nothing else", () => {
    const file = "/api/p/demo/evidence/0198c7e2-0000-7000-8000-000000000001/2";
    expect(policyOf(file, "abc", false)).toBe("sandbox; default-src 'none'; frame-ancestors 'none'");
    for (const path of ["/p/demo/evidence/0198c7e2", "/api/p/demo/evidence/export.csv", "/p/demo"])
      expect(policyOf(path, "abc", false)).toBe(securityPolicy("abc", false));
  });
});
