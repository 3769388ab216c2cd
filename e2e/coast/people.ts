import type { BrowserContext, Page } from "@playwright/test";
import { admin } from "../admin";
import { test as base, expect, ready, visit } from "../fixtures";

const SLUG = "coast";
/** Where its pages are. */
export const BASE = `/p/${SLUG}`;

type Person = { email: string; name: string; role: string; password: string };
/** Everybody of a program that is nobody else's; they sign in by their passwords. */
export const MARA: Person = {
  email: "mara.lind@coast.example",
  name: "Mara Lind",
  role: "program_manager",
  password: "the pier stands in the fog",
};
export const BEN: Person = {
  email: "ben.okoro@coast.example",
  name: "Ben Okoro",
  role: "business_owner",
  password: "four shops before the rain",
};
export const EVE: Person = {
  email: "eve.sand@coast.example",
  name: "Eve Sand",
  role: "executive",
  password: "a ledger closes at midnight",
};

/** Founds the program with its manager by the command line. */
export function foundCoast(): void {
  const names = ["--slug", SLUG, "--name", "Coast stores", "--zone", "Europe/London"];
  const manager = ["--manager-email", MARA.email, "--manager-name", MARA.name];
  admin(["create-program", ...names, ...manager]);
  givePassword(MARA);
}

export function givePassword({ email, password }: Person): void {
  admin(["set-password", "--email", email], password);
}

export async function addMember(manager: Page, { email, name, role }: Person): Promise<void> {
  await visit(manager, `${BASE}/members`);
  const form = manager.getByRole("form", { name: "Add a member" });
  await form.getByLabel("E-mail address").fill(email);
  await form.getByLabel("Name", { exact: true }).fill(name);
  await form.getByLabel("Role").selectOption(role);
  await form.getByRole("button", { name: "Add member" }).click();
  await expect(manager.getByRole("table").getByText(email).first()).toBeVisible();
}

type Kept = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** The tests of that program: `desk` opens a browser in which its person is signed in, and stays so from part to part. */
export const test = base.extend<{ desk: (person: Person) => Promise<Page> }, { kept: Map<string, Kept> }>({
  kept: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern here
    async ({}, use) => use(new Map()),
    { scope: "worker" },
  ],
  desk: async ({ browser, site, kept, complaints }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (person) => {
      const known = kept.get(person.email);
      const context = await browser.newContext({
        baseURL: site,
        locale: "en-GB",
        timezoneId: "Asia/Kathmandu",
        ...(known && { storageState: known }),
      });
      opened.push(context);
      complaints.listen(context);
      const page = await context.newPage();
      if (known === undefined) await signIn(page, person);
      kept.set(person.email, await context.storageState());
      return page;
    });
    for (const context of opened) await context.close();
  },
});

async function signIn(page: Page, { email, password }: Person): Promise<void> {
  await page.goto("/sign-in");
  await ready(page);
  const form = page.getByRole("form", { name: "Sign in" });
  await form.getByLabel("E-mail address").fill(email);
  await form.getByLabel("Password").fill(password);
  await form.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/p\//);
}
