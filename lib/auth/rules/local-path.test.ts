import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localPath } from "./local-path";

describe("localPath", () => {
  it.each(["/p/demo", "/p/demo/waves/3?view=list", "/"])("keeps %s", (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    null,
    undefined,
    "",
    "p/demo",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "https://evil.example/p/demo",
    "javascript:alert(1)",
    "\\\\evil.example",
  ])("leads home instead of to %j", (wanted) => {
    expect(localPath(wanted)).toBe("/");
  });

  it.each(["/.//evil.example", "/a/..//evil.example/x", "/%2e//evil.example"])("keeps %s here", (wanted) => {
    expect(new URL(localPath(wanted), "https://wavegate.example").origin).toBe("https://wavegate.example");
  });

  it("never leaves the product", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((rest) => `/${rest}`),
        ),
        (wanted) => {
          const path = localPath(wanted);
          expect(new URL(path, "https://wavegate.example").origin).toBe("https://wavegate.example");
        },
      ),
      { numRuns: 50 },
    );
  });
});
