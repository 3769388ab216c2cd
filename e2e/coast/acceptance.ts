import type { Page } from "@playwright/test";
import { expect, ready, visit } from "../fixtures";
import { BASE, EVE } from "./people";

const TITLE = "Store sales are posted twice or not at all";

/** Scored above appetite and proposed. @returns the address of the risk */
export async function proposesToAccept(manager: Page): Promise<string> {
  const main = manager.getByRole("main");
  await manager.goto(`${BASE}/risks`);
  await main.getByRole("link", { name: TITLE }).click();
  await manager.waitForURL(/\/risks\/R-\d+$/);
  const path = new URL(manager.url()).pathname;
  await ready(manager);
  await manager.getByLabel("Likelihood").selectOption("4");
  await manager.getByLabel("Impact").selectOption("4");
  await manager.getByRole("button", { name: "Record the assessment" }).click();
  await expect(manager.getByText(/^The assessment of R-\d+ was recorded/)).toBeVisible();
  await visit(manager, `${path}/accept`);
  await manager.getByLabel("Why the program should live with it").fill("The till vendor delivers in spring.");
  await manager.getByLabel("Until").fill(`${new Date().getUTCFullYear() + 1}-03-31T18:00`);
  await manager.getByRole("button", { name: "Propose" }).click();
  await manager.waitForURL(new RegExp(`${path}/acceptances/`));
  return path;
}

/** It waits in the inbox of somebody else until they have decided; then the risk says who lives with it. */
export async function acceptsOutOfTheInbox(executive: Page, path: string): Promise<void> {
  const main = executive.getByRole("main");
  const asked = executive.getByRole("region", { name: "Action needed" }).getByRole("link", { name: /R-\d+/ });
  await executive.goto(`${BASE}/inbox`);
  await asked.first().click();
  await expect(main.getByRole("heading", { name: "Your decision" })).toBeVisible();
  await ready(executive);
  await executive.getByRole("radio", { name: /^Accept/ }).check();
  await executive.getByRole("button", { name: "Record the decision" }).click();
  await expect(main.locator("#terms")).toContainText(`Accepted by ${EVE.name}`);
  await executive.goto(`${BASE}/inbox`);
  await expect(executive.getByRole("heading", { name: "Inbox", level: 1 })).toBeVisible();
  await expect(asked).toHaveCount(0);
  await executive.goto(path);
  await expect(main.locator("#acceptance")).toContainText(`${EVE.name} lives with a score up to 16 until`);
}
