import type { Browser, Page } from "@playwright/test";
import { admin } from "../admin";
import { expect, ready } from "../fixtures";

/** Manages another program, and is nobody in the demo. */
export const OUTSIDER = { email: "otto.lang@harbour.example", password: "the tide is late again" };
export const OTHER_PROGRAM = "harbour";
/** A partner of the demo with whom nothing is shared. */
export const PARTNER = { email: "pia.ferrer@carrier.example", password: "parcels go by the north door" };

/** Founds another program with its manager by the command line, as an operator would. */
export function foundOtherProgram(): void {
  admin([
    "create-program",
    "--slug",
    OTHER_PROGRAM,
    "--name",
    "Harbour payroll",
    "--manager-email",
    OUTSIDER.email,
  ]);
  admin(["set-password", "--email", OUTSIDER.email], OUTSIDER.password);
}

/** The demo's manager takes a partner in; an operator sets the password. */
export async function takePartnerIn(manager: Page): Promise<void> {
  await manager.goto("/p/demo/members");
  await ready(manager);
  const form = manager.getByRole("form", { name: "Add a member" });
  await form.getByLabel("E-mail address").fill(PARTNER.email);
  await form.getByLabel("Name", { exact: true }).fill("Pia Ferrer");
  await form.getByLabel("Role").selectOption("partner");
  await form.getByRole("button", { name: "Add member" }).click();
  await expect(manager.getByRole("table").getByText(PARTNER.email).first()).toBeVisible();
  admin(["set-password", "--email", PARTNER.email], PARTNER.password);
}

/** Signs in with e-mail address and password. @returns the cookies of the session, as a header */
export async function cookiesOf(
  browser: Browser,
  baseURL: string,
  { email, password }: { email: string; password: string },
): Promise<string> {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await page.goto("/sign-in");
  const form = page.getByRole("form", { name: "Sign in" });
  await form.getByLabel("E-mail address").fill(email);
  await form.getByLabel("Password").fill(password);
  await form.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/p\//);
  const header = await cookieHeader(page);
  await context.close();
  return header;
}

/** The cookies of a page, as a header. */
export async function cookieHeader(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}
