import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { findBrowser } from "../scripts/lib/browser.mjs";

/** A Chromium; null where there is none. */
export async function openBrowser(): Promise<Browser | null> {
  const executablePath = findBrowser(chromium.executablePath());
  if (executablePath === null) return null;
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
}

/** A fresh visitor who is signed in by that cookie: everywhere there, also where the pages get their data from. */
export async function contextOf(browser: Browser, url: string, cookie: string): Promise<BrowserContext> {
  const [name = "", value = ""] = cookie.split(/=(.*)/s);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(120_000);
  await context.addCookies([{ name, value, url: new URL(url).origin }]);
  // What is run in the page was compiled for here, and names its functions by a helper that is only here.
  await context.addInitScript("globalThis.__name = (one) => one");
  return context;
}
