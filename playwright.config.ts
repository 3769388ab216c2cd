import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./scripts/lib/browser.mjs";

// `npm test` names port and folder; alone, this file makes a folder of its own and takes it away again.
const port = Number(process.env.WAVEGATE_E2E_PORT ?? 3107);
const dataDir = process.env.WAVEGATE_E2E_DIR ?? ownFolder();
const baseURL = `http://127.0.0.1:${port}`;
const browser = findBrowser(chromium.executablePath()) ?? undefined;
const quiet = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking";

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ...(process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? ([["json"]] as const) : [])],
  use: {
    baseURL,
    timezoneId: "Asia/Kathmandu",
    locale: "en-GB",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: browser,
      args: [...quiet.split(" "), "--disable-component-update", "--disable-sync"],
    },
  },
  projects: [
    { name: "chromium", use: { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } } },
  ],
  webServer: {
    command: `node scripts/start.mjs --port ${port} --data-dir ${dataDir}`,
    url: `${baseURL}/api/health`,
    timeout: 240_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
    // the product prints its PDFs with the browser that visits it
    env: { WAVEGATE_EMBEDDED: "1", WAVEGATE_CHROMIUM: browser ?? "" },
    stdout: "ignore",
    stderr: "pipe",
  },
});

function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "wavegate-e2e-"));
  chmodSync(folder, 0o711);
  process.env.WAVEGATE_E2E_DIR = folder;
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
