import { type BrowserContext, type BrowserContextOptions, test as base, type Page } from "@playwright/test";

/** The people of the demo who have a door of their own, as their button names them. */
export const DEMO_ROLES = [
  "executive",
  "platform engineer",
  "business owner",
  "program manager",
  "auditor",
] as const;
export type DemoRole = (typeof DEMO_ROLES)[number];

export type Theme = "light" | "dark";
export type Look = { theme?: Theme; width?: number; height?: number };

/** What a browser complained about; a test that expects a complaint says which. */
export type Complaints = { allow: (pattern: RegExp) => void; listen: (context: BrowserContext) => void };

type TestFixtures = {
  complaints: Complaints;
  /** A page in a browser of its own, signed in through the demo's door, at the program's home. */
  signInAs: (role: DemoRole, look?: Look) => Promise<Page>;
  /** The address of the product. */
  site: string;
};
type Kept = Awaited<ReturnType<BrowserContext["storageState"]>>;
type WorkerFixtures = { sessions: Map<DemoRole, Kept> };

/** The tests of the product: nothing in any browser may write an error or violate the content security policy. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  sessions: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern here
    async ({}, use) => use(new Map()),
    { scope: "worker" },
  ],
  complaints: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern here
    async ({}, use) => {
      const heard: string[] = [];
      const allowed: RegExp[] = [];
      await use({
        allow: (pattern) => allowed.push(pattern),
        listen: (context) => listenTo(context, heard),
      });
      const unexpected = heard.filter((line) => !allowed.some((pattern) => pattern.test(line)));
      base.expect(unexpected, "what the browser's console complained about").toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, complaints }, use) => {
    complaints.listen(context);
    await use(context);
  },
  site: async ({ baseURL }, use) => {
    if (baseURL === undefined) throw new Error("the configuration names no address");
    await use(baseURL);
  },
  signInAs: async ({ browser, baseURL, sessions, complaints }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (role, look = {}) => {
      const context = await browser.newContext(optionsOf(baseURL, look, sessions.get(role)));
      opened.push(context);
      complaints.listen(context);
      if (look.theme) await setTheme(context, look.theme, baseURL);
      const page = await context.newPage();
      if (sessions.has(role)) await page.goto("/p/demo");
      else sessions.set(role, await throughTheDoor(page, role));
      return page;
    });
    for (const context of opened) await context.close();
  },
});

export const { expect } = base;

function optionsOf(baseURL: string | undefined, look: Look, kept: Kept | undefined): BrowserContextOptions {
  return {
    baseURL,
    locale: "en-GB",
    timezoneId: "Asia/Kathmandu",
    viewport: { width: look.width ?? 1440, height: look.height ?? 900 },
    ...(kept && { storageState: kept }),
  };
}

async function throughTheDoor(page: Page, role: DemoRole): Promise<Kept> {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: `Continue as ${role}` }).click();
  await page.waitForURL(/\/p\/demo/);
  return page.context().storageState();
}

/** Chooses a theme as the product keeps it. */
export async function setTheme(context: BrowserContext, theme: Theme, url: string | undefined) {
  await context.addCookies([{ name: "wavegate-theme", value: theme, url: url ?? "http://127.0.0.1" }]);
}

/**
 * Waits until the page answers to the keyboard and the mouse: what is pressed before that does nothing where a button
 * has no form.
 */
export async function ready(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() =>
        [...document.querySelectorAll("main button, main form, .find-door")].every((element) =>
          Object.keys(element).some((key) => key.startsWith("__reactProps")),
        ),
      ),
    )
    .toBe(true);
}

/** Goes to a page and waits until it answers. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await ready(page);
}

function listenTo(context: BrowserContext, heard: string[]): void {
  context.on("console", (message) => {
    if (message.type() === "error") heard.push(`${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => {
    heard.push(String(error.error()));
  });
}
