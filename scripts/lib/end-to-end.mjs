import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser, GET_BROWSER, installBrowser } from "./browser.mjs";
import { runNode } from "./child.mjs";
import { freePort } from "./cluster.mjs";
import { readJson } from "./folders.mjs";
import { inProject } from "./paths.mjs";
import { atLeastOne, inShort, withReport } from "./test-runs.mjs";

/** Runs the browser journeys against the built product with a database of its own. */
export async function endToEnd() {
  if (!existsSync(inProject(".next/wavegate-sources"))) return "The end-to-end tests need a build.";
  const { chromium } = await import("@playwright/test");
  if (!findBrowser(chromium.executablePath())) installBrowser();
  if (!findBrowser(chromium.executablePath())) return GET_BROWSER;
  const folder = mkdtempSync(join(tmpdir(), "wavegate-e2e-"));
  // As root the database server runs as another user, who has to pass through.
  chmodSync(folder, 0o711);
  try {
    return await withReport((report) => playwright(report, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function playwright(report, folder) {
  const names = {
    WAVEGATE_E2E_DIR: folder,
    WAVEGATE_E2E_PORT: String(await freePort()),
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  };
  const cli = inProject("node_modules/@playwright/test/cli.js");
  const { code, output } = await runNode([cli, "test"], { env: { ...process.env, ...names } });
  const told = readJson(report);
  const stats = told?.stats ?? { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
  const failed = stats.unexpected + stats.flaky + stats.skipped;
  return {
    passed: stats.expected,
    failed: atLeastOne(failed, code),
    output: output + inShort(faultsIn(told?.suites)),
  };
}

/** The journeys that failed, with what was said. */
function faultsIn(suites = []) {
  return suites.flatMap(({ specs = [], suites: inner }) => [
    ...specs
      .filter((spec) => !spec.ok)
      .map(({ file, line, tests }) => ({
        name: `${file}:${line}`,
        messages: tests.flatMap((run) => run.results.flatMap(({ errors }) => errors.map((e) => e.message))),
      })),
    ...faultsIn(inner),
  ]);
}
