import type { Page } from "@playwright/test";
import { faults } from "./axe";
import { expect, test, visit } from "./fixtures";

const palette = (page: Page) => page.getByRole("dialog", { name: "Search or go to" });
const field = (page: Page) => palette(page).getByRole("combobox", { name: "Search or go to" });
const option = (page: Page, name: string | RegExp) => palette(page).getByRole("option", { name });

test("the keyboard alone opens it, finds a workload and goes there", async ({ signInAs }) => {
  const page = await signInAs("platform engineer");
  await visit(page, "/p/demo/risks");
  await page.keyboard.press("ControlOrMeta+k");
  await expect(field(page)).toBeFocused();
  await expect(option(page, "Raise a risk")).toBeVisible();
  await page.keyboard.type("tilbury wms");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Tilbury WMS", level: 1 })).toBeVisible();
  await expect(palette(page)).toBeHidden();
});

test("arrows choose, what is not there is said, Escape gives the focus back", async ({ signInAs }) => {
  const page = await signInAs("business owner");
  await visit(page, "/p/demo/waves");
  const search = page.getByRole("button", { name: "Search or go to…" });
  await search.focus();
  await page.keyboard.press("Enter");
  await field(page).fill("tilbury");
  await expect(option(page, /^Tilbury WMS/).first()).toBeVisible();
  const first = await field(page).getAttribute("aria-activedescendant");
  await page.keyboard.press("ArrowDown");
  await expect(field(page)).not.toHaveAttribute("aria-activedescendant", first ?? "");
  await field(page).fill("nothing of that name");
  await expect(palette(page).getByRole("status")).toHaveText("Nothing is named like that.");
  await page.keyboard.press("Escape");
  await expect(palette(page)).toBeHidden();
  await expect(search).toBeFocused();
});

test("an auditor is offered no act", async ({ signInAs }) => {
  const page = await signInAs("auditor");
  await visit(page, "/p/demo/risks");
  await page.keyboard.press("ControlOrMeta+k");
  await expect(option(page, "Reading room")).toBeVisible();
  await expect(palette(page).getByRole("group")).toHaveCount(1);
  await field(page).fill("raise a risk");
  await expect(palette(page).getByRole("status")).toHaveText("Nothing is named like that.");
});

test("a server that does not answer is named in words", async ({ signInAs, complaints }) => {
  complaints.allow(/Failed to load resource/);
  const page = await signInAs("executive");
  await visit(page, "/p/demo/waves");
  await page.route("**/palette?q=*", (route) => route.abort());
  await page.keyboard.press("ControlOrMeta+k");
  await expect(palette(page).getByRole("status")).toContainText("The server does not answer.");
});

test("? shows the keys on every page, and the menu of the person does too", async ({ signInAs }) => {
  const page = await signInAs("auditor");
  await visit(page, "/p/demo/risks");
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await expect(keys).toContainText("Search or go to");
  expect(await faults(page)).toEqual([]);
  await keys.getByRole("checkbox", { name: /single character/ }).uncheck();
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();
  await page.keyboard.press("?");
  await page.getByRole("button", { name: /Auditor$/ }).click();
  await page.getByRole("button", { name: "Keys" }).click();
  await expect(keys.getByRole("checkbox", { name: /single character/ })).not.toBeChecked();
});

for (const theme of ["light", "dark"] as const) {
  for (const width of [1440, 390]) {
    test(`it is in order at ${width} px, ${theme}`, async ({ signInAs }) => {
      const page = await signInAs("program manager", { theme, width, height: 844 });
      await visit(page, "/p/demo/waves");
      await page.getByRole("button", { name: "Search or go to…" }).click();
      await field(page).fill("tilbury");
      await expect(option(page, /^Tilbury WMS/).first()).toBeVisible();
      expect(await faults(page)).toEqual([]);
    });
  }
}
