import type { Page } from "@playwright/test";
import { expect, ready, visit } from "../fixtures";
import { BASE, BEN, EVE } from "./people";

const GATE = `${BASE}/waves/1/gate`;
const main = (page: Page) => page.getByRole("main");
const signatures = (page: Page) => page.getByRole("complementary", { name: "Signatures" });

/** A gate asks for no less than its template: the manager changes that openly first, then asks one person by name. */
export async function opensAGate(page: Page): Promise<void> {
  const seat = (name: string) => page.getByRole("group", { name, exact: true });
  await visit(page, `${BASE}/gate-templates/foundation/go-no-go`);
  await seat("Signature 1").getByLabel("In which capacity").fill("Owner of the stores");
  await seat("Signature 2").getByLabel("Role").selectOption({ label: "Nobody" });
  await page.getByLabel("How many of them must approve").fill("1");
  await page.getByRole("button", { name: "Save as version 2" }).click();
  await page.waitForURL(/\/gate-templates$/);

  await visit(page, `${GATE}/open`);
  const asked = seat("Signature 1, of the template");
  await expect(asked).toContainText("Owner of the stores");
  await asked.getByLabel("Person").selectOption({ label: BEN.name });
  await page.getByRole("button", { name: "Open the gate" }).click();
  await page.waitForURL(/\/waves\/1\/gate$/);
  await expect(signatures(page)).toContainText(BEN.name);
}

/** It waits in the inbox until it is signed; a wrong password signs nothing, and the right one does. */
export async function signsOutOfTheInbox(page: Page): Promise<void> {
  const waits = page.getByRole("region", { name: "Action needed" }).getByText("Landing zone");
  await page.goto(`${BASE}/inbox`);
  await expect(waits.first()).toBeVisible();
  await page
    .getByRole("region", { name: "Action needed" })
    .getByRole("link", { name: /Landing zone/ })
    .first()
    .click();
  await page.waitForURL(/\/waves\/1\/gate$/);
  await ready(page);
  await page.getByRole("button", { name: "Approve", exact: true }).click();
  await page.getByLabel("Your password").fill("not this one at all");
  await page.getByRole("button", { name: "Sign and record" }).click();
  await expect(main(page)).toContainText("The password is not right. Nothing was signed.");
  await expect(signatures(page)).toContainText("0 of 1 hold");
  await page.getByLabel("Your password").fill(BEN.password);
  await page.getByRole("button", { name: "Sign and record" }).click();
  await page.waitForURL(/\/sign-offs\/W1-A1-[0-9A-F]{8}\?signed=1$/);
  await expect(main(page).getByRole("heading", { level: 1 })).toHaveText(/^Approved: /);
  await expect(main(page)).toContainText("password");
  await page.goto(`${BASE}/inbox`);
  await expect(page.getByRole("heading", { name: "Inbox", level: 1 })).toBeVisible();
  await expect(waits).toHaveCount(0);
}

/** The seat is lent, the deputy signs with both names, and the holder takes the seat back. */
export async function lendsTheSeat(holder: Page, deputy: Page): Promise<void> {
  await visit(holder, GATE);
  await holder.getByRole("link", { name: "Let somebody sign in your stead" }).click();
  const form = holder.getByRole("form", { name: "Let somebody sign in your stead" });
  await expect(form).toBeVisible();
  await ready(holder);
  await form.getByLabel("Who signs in your stead").selectOption({ label: `${EVE.name}, Executive` });
  await form.getByLabel("Why").fill("Away for the stock count");
  await form.getByLabel("Your password").fill(BEN.password);
  await form.getByRole("button", { name: "Let them sign" }).click();
  await expect(main(holder)).toContainText("May sign now");

  await visit(deputy, GATE);
  await expect(main(deputy)).toContainText(`You are asked in the stead of ${BEN.name}`);
  await deputy.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(main(deputy)).toContainText(`You sign for ${BEN.name}; both names are kept.`);
  await deputy.getByLabel("Your password").fill(EVE.password);
  await deputy.getByRole("button", { name: "Sign and record" }).click();
  await deputy.waitForURL(/\/sign-offs\/W1-A1-[0-9A-F]{8}\?signed=1$/);
  await expect(main(deputy)).toContainText(`${EVE.name} for ${BEN.name}`);

  await visit(holder, GATE);
  await expect(signatures(holder)).toContainText(`${EVE.name} for ${BEN.name}`);
  await holder.getByRole("link", { name: "Let somebody sign in your stead" }).click();
  await holder.getByRole("link", { name: /^End that/ }).click();
  await expect(holder.getByLabel("Why it ends")).toBeVisible();
  await ready(holder);
  await holder.getByLabel("Why it ends").fill("Back at my desk");
  await holder.getByRole("button", { name: "End it now" }).click();
  await expect(main(holder)).toContainText("Ended");
  await visit(deputy, GATE);
  await expect(deputy.getByRole("button", { name: "Approve", exact: true })).toHaveCount(0);
}

/** The holder decides otherwise; the reason stands wherever somebody looks at the wave. */
export async function declines(holder: Page, manager: Page): Promise<void> {
  await visit(holder, GATE);
  await holder.getByLabel("Comment").fill("The till keys are not printed.");
  await holder.getByRole("button", { name: "Decline", exact: true }).click();
  await holder.getByLabel("Your password").fill(BEN.password);
  await holder.getByRole("button", { name: "Decline and record" }).click();
  await holder.waitForURL(/\/sign-offs\/W1-A1-[0-9A-F]{8}\?signed=1$/);
  await expect(main(holder).getByRole("heading", { level: 1 })).toHaveText(/^Declined: /);
  await visit(manager, GATE);
  await expect(main(manager)).toContainText(`Declined by ${BEN.name}.`);
  await expect(signatures(manager)).toContainText("“The till keys are not printed.”");
  await manager.getByRole("link", { name: "Print the sign-off record" }).click();
  await expect(main(manager)).toContainText("This gate does not hold now");
  await expect(main(manager)).toContainText("The till keys are not printed.");
}
