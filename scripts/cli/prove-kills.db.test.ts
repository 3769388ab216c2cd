import { expect, it } from "vitest";
import { runTypeScript } from "@/scripts/lib/child.mjs";

/** A few cycles of what `npm run prove -- kills` does fifty times, so that the proof stays one. */
it("nothing acknowledged is lost or doubled by a kill, and a loss is seen", {
  timeout: 240_000,
}, async () => {
  const { code, output } = await runTypeScript(
    "scripts/cli/prove-kills.ts",
    ["--cycles", "3", "--seed", "20261121"],
    {},
  );
  expect(output).not.toContain("FAULT");
  expect(output).toMatch(/planted +(\d+) of \1 offences seen/);
  expect(output).toMatch(/control +[1-9]\d* of \d+ acknowledged lost/);
  expect(code).toBe(0);
});
