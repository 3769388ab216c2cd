import type { Page } from "@playwright/test";
import { expect, ready, test } from "./fixtures";

test.describe.configure({ mode: "serial" });

const row = (page: Page, table: string, name: string) =>
  page.getByRole("table", { name: table }).getByRole("row").filter({ hasText: name });

test("an engineer sees what stands out and follows it to a workload", async ({ signInAs }) => {
  const page = await signInAs("platform engineer");
  await page.getByRole("navigation").getByRole("link", { name: "Dependencies" }).click();
  await expect(page.getByRole("heading", { name: "What stands out" })).toBeVisible();
  await page.getByRole("link", { name: "Circles: the list" }).click();
  await expect(page.getByRole("table", { name: "Circles" })).toContainText("Tilbury WMS");
  await page.getByRole("link", { name: /Conveyor interface Tilbury and Tilbury WMS/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Conveyor interface Tilbury");
  await expect(row(page, "Around it", "Tilbury WMS")).toContainText("Both need each other");
});

test("the list stands at once, the drawing follows; every box is a link that the keyboard reaches", async ({
  signInAs,
}) => {
  const page = await signInAs("platform engineer");
  await page.goto("/p/demo/workloads?q=Tilbury+WMS");
  await page.getByRole("link", { name: "Tilbury WMS", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tilbury WMS");
  await page.getByRole("link", { name: /^Links\b/ }).click();
  await page.getByRole("link", { name: "Around it, and what its loss does" }).click();
  await expect(page.getByRole("table", { name: "Around it" })).toBeVisible();
  await page.getByRole("link", { name: "2 hops" }).click();
  await expect(row(page, "Around it", "2 hops").first()).toBeVisible();
  const drawing = page.getByRole("region", { name: "As a drawing" });
  await drawing.scrollIntoViewIfNeeded();
  const box = drawing.getByRole("link", { name: /^Carrier hub/ });
  await expect(box).toBeVisible({ timeout: 20_000 });
  await box.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Carrier hub");
});

test("the loss of two workloads is asked for by name, and read from a file", async ({ signInAs }) => {
  const page = await signInAs("executive");
  await page.goto("/p/demo/dependencies?tab=radius");
  for (const [text, name] of [
    ["single", "Single sign-on"],
    ["message", "Message broker"],
  ] as const) {
    await page.getByRole("searchbox").fill(text);
    await page.getByRole("button", { name: "Find" }).click();
    await page.getByRole("list", { name: "Workloads to choose" }).getByRole("link", { name }).click();
    await expect(page.getByRole("link", { name: `Remove filter Lost ${name}` })).toBeVisible();
  }
  await expect(
    page.getByRole("heading", { name: "When Single sign-on and Message broker are lost" }),
  ).toBeVisible();
  const hit = page.getByRole("table", { name: "Who is hit" });
  await expect(hit.getByRole("row").nth(1)).toContainText("Stops");
  const file = page.waitForEvent("download");
  await page.getByRole("link", { name: /^CSV of these/ }).click();
  expect((await file).suggestedFilename()).toBe("demo-dependencies-radius.csv");
});

test("the program is folded by wave, and by site", async ({ signInAs }) => {
  const page = await signInAs("program manager");
  await page.goto("/p/demo/dependencies?tab=map");
  await expect(page.getByRole("table", { name: "Links between waves" })).toContainText("Wave 1");
  await page.getByRole("link", { name: "By site" }).click();
  await expect(page.getByRole("table", { name: "Links between sites" })).toBeVisible();
});

test("what lies outside is recorded, and later found to be a workload", async ({ signInAs }) => {
  const page = await signInAs("platform engineer");
  await page.goto("/p/demo/dependencies");
  await page.getByRole("link", { name: "Record a link out of the portfolio" }).click();
  await ready(page);
  await page.getByRole("combobox", { name: "Workload" }).fill("Quality lab register");
  await page.getByRole("textbox", { name: "What lies outside" }).fill("lims.example");
  await page.getByRole("button", { name: "Record link" }).click();
  const list = page.getByRole("table", { name: "Links out of the portfolio" });
  await expect(list).toContainText("Quality lab register");
  await list.getByRole("link", { name: "lims.example" }).click();
  await ready(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Quality lab register needs lims.example");
  await page.getByRole("combobox", { name: "Workload" }).fill("Central log store");
  await page.getByRole("button", { name: "It is this workload" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Quality lab register");
  await expect(row(page, "Around it", "Central log store")).toBeVisible();
});
