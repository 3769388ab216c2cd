import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** How a person gets a browser for the end-to-end tests. */
export const GET_BROWSER =
  "The end-to-end tests found no browser: get one with `npx playwright install chromium`, or on Debian with `apt-get install -y chromium`.";

/**
 * The browser of the end-to-end tests: Playwright's own, else the system's.
 * @param own where Playwright keeps its own
 * @returns a path, null when there is none
 */
export function findBrowser(own) {
  return [process.env.CHROMIUM_PATH, own, ...SYSTEM].find((path) => path && existsSync(path)) ?? null;
}

/** On Debian, root can simply install one. */
export function installBrowser() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const options = { env, stdio: "ignore", timeout: 300_000 };
  const install = ["install", "-y", "--no-install-recommends", "chromium"];
  if (spawnSync("apt-get", install, options).status === 0) return;
  spawnSync("apt-get", ["update"], options);
  spawnSync("apt-get", install, options);
}
