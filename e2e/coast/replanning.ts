import type { Page } from "@playwright/test";
import { expect, visit } from "../fixtures";
import { BASE } from "./people";

const WINDOW = `${BASE}/waves/1/window`;

/** A window in the busiest week is refused with clean times; one of them is looked at and set. */
export async function setsAWindow(page: Page): Promise<void> {
  const main = page.getByRole("main");
  const year = new Date().getUTCFullYear() + 1;
  await visit(page, WINDOW);
  await main.getByLabel("Starts").fill(`${year}-12-11T21:00`);
  await main.getByLabel("Ends").fill(`${year}-12-12T03:00`);
  await main.getByRole("button", { name: "Check this window" }).click();
  await expect(main.locator("#freezes")).toContainText("Peak trading and exchange week");
  await expect(main.getByRole("button", { name: "Set this window" })).toHaveCount(0);
  await takesSlot(page, 0);
  await expect(main).toContainText("Nothing has changed yet.");
  await main.getByRole("button", { name: "Set this window" }).click();
  await page.waitForURL(/\/waves\/1$/);
  await visit(page, `${BASE}/waves/1?tab=checklist`);
  await expect(main).not.toContainText("due when the window is set");
}

/** Two look at the same move; the first makes it, the second is told that it is no longer what they were shown. */
export async function movesAWindowBesideAnother(first: Page, second: Page): Promise<void> {
  for (const page of [first, second]) {
    await visit(page, WINDOW);
    await asksAWeekLater(page);
    const main = page.getByRole("main");
    await expect(main).toContainText("Signatures that will be stale");
    await expect(main).toContainText("Ben Okoro");
    await expect(main).toContainText("To be told");
  }
  await first.getByRole("button", { name: "Move the window" }).click();
  await first.waitForURL(/\/waves\/1$/);
  await second.getByRole("button", { name: "Move the window" }).click();
  const told = second.getByRole("alert").filter({ hasText: "Nothing of yours was saved" });
  await expect(told).toContainText("is not what you were shown");
  await visit(second, `${BASE}/waves/1/gate`);
  await expect(second.getByRole("complementary", { name: "Signatures" })).toContainText("Stale, asked again");
}

async function takesSlot(page: Page, at: number): Promise<void> {
  await page.locator("#slots").getByRole("listitem").nth(at).getByRole("link").click();
  await expect(page.locator("#slots")).toHaveCount(0);
}

/** The same hours on the same day of another week; a freeze there would be another test. */
async function asksAWeekLater(page: Page): Promise<void> {
  const main = page.getByRole("main");
  for (const label of ["Starts", "Ends"]) {
    const field = main.getByLabel(label);
    const at = new Date(`${await field.inputValue()}Z`);
    at.setUTCMinutes(at.getUTCMinutes() + 30);
    await field.fill(at.toISOString().slice(0, 16));
  }
  await main.getByRole("button", { name: "Check this window" }).click();
}
