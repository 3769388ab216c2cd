import type { Page } from "@playwright/test";
import { expect, ready, visit } from "../fixtures";
import { BASE } from "./people";

/** An empty program is started; what a company must know before its first wave is there, in words of its own. */
export async function startsFromPlaybook(page: Page): Promise<void> {
  const main = page.getByRole("main");
  await page.goto(BASE);
  await page.getByRole("navigation").getByRole("link", { name: "Start from a playbook" }).click();
  await main.getByRole("link", { name: "Stores and web shop in four waves" }).click();
  await expect(main.getByRole("table", { name: /^Waves: what comes/ })).toContainText("Landing zone");
  await ready(page);
  await main.getByRole("button", { name: "Start the program" }).click();
  await expect(main).toContainText("The program is started: ");
  await page.goto(`${BASE}/waves`);
  await expect(main.getByRole("link", { name: /Landing zone/ }).first()).toBeVisible();

  await page.goto(`${BASE}/calendar`);
  await expect(main.getByText("Peak trading and exchange week").first()).toBeVisible();
  await page.goto(`${BASE}/gate-templates`);
  await expect(main).toContainText("of the program’s own");
  await page.goto(`${BASE}/waves/3?tab=checklist`);
  await expect(main).toContainText("Scenario: store offline");
}

/** What its kind of wave has to see to comes onto the list of a wave; without a window nothing is due yet. */
export async function takesTheChecklist(page: Page): Promise<void> {
  const main = page.getByRole("main");
  await visit(page, `${BASE}/waves/1/checklist/template`);
  await main.getByRole("button", { name: "Put them on the list" }).click();
  await page.waitForURL(/\/waves\/1\?tab=checklist/);
  await expect(main.getByRole("table").first()).toContainText("due when the window is set");
}

/** Started once more it has nothing to bring. */
export async function findsEverythingThere(page: Page): Promise<void> {
  await page.goto(`${BASE}/playbook?playbook=p-4&set=four-waves`);
  await expect(page.getByRole("main")).toContainText("Everything that this playbook brings is here already.");
  await expect(page.getByRole("button", { name: "Start the program" })).toHaveCount(0);
}
