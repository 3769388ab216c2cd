import type { Page } from "@playwright/test";
import { expect, test, visit } from "./fixtures";

const rows = (page: Page) => page.getByRole("main").locator("tbody tr");
const name = (page: Page, at: number) => rows(page).nth(at).locator("th a");
const status = (page: Page) => page.getByRole("main").getByRole("status").first();

test("the list is walked, marked, turned and opened with the keyboard alone", async ({ signInAs }) => {
  const page = await signInAs("platform engineer");
  await visit(page, "/p/demo/workloads?sort=name");
  await page.keyboard.press("j");
  await expect(name(page, 0)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(name(page, 1)).toBeFocused();
  await page.keyboard.press("k");
  await expect(name(page, 0)).toBeFocused();

  await page.keyboard.press("x");
  await expect(page.getByRole("region", { name: "1 selected" })).toBeVisible();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.getByRole("region", { name: "3 selected" })).toBeVisible();
  await expect(name(page, 2)).toBeFocused();

  const first = (await name(page, 0).textContent()) ?? "";
  await page.keyboard.press("PageDown");
  await expect(status(page)).toContainText("page 2 of 2");
  await expect(name(page, 0)).toBeFocused();
  await expect(name(page, 0)).not.toHaveText(first);
  await expect(page).toHaveURL(/page=2/);
  await page.keyboard.press("Home");
  await expect(name(page, 0)).toHaveText(first);
  await expect(name(page, 0)).toBeFocused();
  await expect(page.getByRole("region", { name: "3 selected" })).toBeVisible();

  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: first, level: 1 })).toBeVisible();
});

test("search, filter and order keep the focus and say what is shown", async ({ signInAs }) => {
  const page = await signInAs("executive");
  await visit(page, "/p/demo/workloads");
  const search = page.getByRole("searchbox", { name: "Search workloads" });
  await page.keyboard.press("/");
  await expect(search).toBeFocused();
  await page.keyboard.type("wms");
  await expect(status(page)).toContainText("(1 filter)");
  await expect(page).toHaveURL(/q=wms/);
  await expect(search).toBeFocused();
  await expect(search).toHaveValue("wms");

  await page.getByText("Add filter", { exact: true }).click();
  await page.locator("summary", { hasText: "Criticality" }).click();
  const revenue = page.getByRole("checkbox", { name: "Revenue" });
  await revenue.focus();
  await page.keyboard.press("Space");
  await expect(status(page)).toContainText("(2 filters)");
  await expect(revenue).toBeFocused();
  await expect(revenue).toBeChecked();
  await page.keyboard.press("Escape");

  await page.getByRole("link", { name: "Links", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/sort=links/);
  await expect(page.getByRole("columnheader", { name: "Links" })).toHaveAttribute("aria-sort", "ascending");
  await expect(page.getByRole("columnheader", { name: "Links" }).getByRole("link")).toBeFocused();
  await expect(page.getByRole("checkbox", { name: /^Mark/ })).toHaveCount(0);
});

test("columns are chosen, kept in the address and in the file", async ({ signInAs }) => {
  const page = await signInAs("platform engineer");
  await visit(page, "/p/demo/workloads?q=tilbury");
  await page.getByText("Columns", { exact: true }).first().click();
  await page.getByRole("checkbox", { name: "Technical owner" }).check();
  await expect(page.getByRole("columnheader", { name: "Technical owner" })).toBeVisible();
  await expect(page).toHaveURL(/cols=[^&]*technical/);
  const file = page.waitForEvent("download");
  await page.getByRole("link", { name: /^CSV of these/ }).click();
  expect((await file).suggestedFilename()).toMatch(/^workloads-demo-.*\.csv$/);
  await visit(page, page.url());
  await expect(page.getByRole("columnheader", { name: "Technical owner" })).toBeVisible();
});

test("the keys are named, and those of a single character can be switched off", async ({ signInAs }) => {
  const page = await signInAs("business owner");
  await visit(page, "/p/demo/workloads");
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keys of this list" });
  await expect(help).toBeVisible();
  await help.getByRole("checkbox", { name: /single character/ }).uncheck();
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
  await page.keyboard.press("j");
  await expect(name(page, 0)).not.toBeFocused();
  await name(page, 0).focus();
  await page.keyboard.press("ArrowDown");
  await expect(name(page, 1)).toBeFocused();
  await visit(page, "/p/demo/workloads");
  await page.getByRole("button", { name: "Keys" }).click();
  await expect(help.getByRole("checkbox", { name: /single character/ })).not.toBeChecked();
});

test("everything that matches goes to the page for many", async ({ signInAs }) => {
  const page = await signInAs("program manager");
  await visit(page, "/p/demo/workloads?criticality=operational&criticality=support&criticality=revenue");
  await page.getByRole("checkbox", { name: "Mark all rows of this page" }).check();
  await page.getByRole("button", { name: /^Mark all \d+ that match/ }).click();
  const change = page.getByRole("link", { name: "Change these" });
  await expect(change).toHaveAttribute(
    "href",
    /\/bulk\?all=1&criticality=revenue|\/bulk\?all=1&criticality=operational/,
  );
  await change.click();
  await expect(page.getByRole("heading", { name: /^Change \d+ workloads at once/, level: 1 })).toBeVisible();
});
