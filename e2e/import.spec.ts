import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { expect, ready, test, visit } from "./fixtures";

test.describe.configure({ mode: "serial" });

const file = (name: string) => fileURLToPath(new URL(`./fixtures/konveyor/${name}`, import.meta.url));
const INVENTORY = file("applications-and-dependencies.csv");

test("an inventory is brought in, looked at and imported", async ({ signInAs }) => {
  const page = await signInAs("program manager");
  await page.getByRole("navigation").getByRole("link", { name: "Imports" }).click();
  await expect(page.getByRole("heading", { name: "Imports", level: 1 })).toBeVisible();
  await bringIn(page, INVENTORY);

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("applications-and-dependencies.csv");
  await expect(page.getByText("Konveyor application inventory").first()).toBeVisible();
  await expect(page.getByText(/\d+ of \d+ columns are read, the others left out/)).toBeVisible();
  await page.getByText("Change the format or the columns").click();
  await expect(page.getByLabel("Field that Application Name fills")).toHaveValue("name");
  await expect(page.getByLabel("Field that Comments fills")).toHaveCount(0);
  await countsAre(page, { New: 5, Changed: 0, Unchanged: 0, Refused: 0 });
  await expect(page.getByRole("table", { name: "New rows" }).getByText("Customers").first()).toBeVisible();

  await page.getByRole("button", { name: "Import 5 rows" }).click();
  await expect(page.getByRole("heading", { name: "What was imported" })).toBeVisible();
  await expect(page.getByText("In one step; every change is in the audit trail.")).toBeVisible();

  await visit(page, "/p/demo/workloads?q=Gateway");
  await page.getByRole("table").getByRole("link", { name: "Gateway", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Gateway", level: 1 })).toBeVisible();
  await page.getByRole("link", { name: /^Links\b/ }).click();
  const needs = page.getByRole("table", { name: "What Gateway depends on" });
  await expect(needs.getByRole("link", { name: "Inventory", exact: true })).toBeVisible();
  await expect(needs.getByRole("link", { name: "Customers", exact: true })).toBeVisible();
});

test("the same file again changes nothing", async ({ signInAs }) => {
  const page = await signInAs("program manager");
  await visit(page, "/p/demo/imports");
  await bringIn(page, INVENTORY);
  await countsAre(page, { New: 0, Changed: 0, Unchanged: 5, Refused: 0 });
  await page.getByRole("button", { name: "Record that nothing changes" }).click();
  await expect(page.getByText("The program held everything already; nothing changed.")).toBeVisible();
});

test("a file that is no inventory is refused in words", async ({ signInAs }) => {
  const page = await signInAs("program manager");
  await visit(page, "/p/demo/imports");
  await bringIn(page, file("missing_application_name.csv"));
  await countsAre(page, { New: 0, Changed: 0, Unchanged: 0, Refused: 1 });
  const refused = page.getByRole("table", { name: "Refused rows" });
  await expect(refused.getByRole("rowheader", { name: "Row 2, Application Name" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Import" })).toHaveCount(0);

  await visit(page, "/p/demo/imports");
  await bringIn(page, file("invalid_column_schema.csv"));
  await expect(page.getByText("Format not recognised")).toBeVisible();
  await expect(page.getByText("This file cannot be previewed yet")).toBeVisible();
  await page.getByRole("button", { name: "Discard the file" }).click();
  const earlier = page.getByRole("table", { name: "Earlier files" }).getByRole("row");
  await expect(earlier.filter({ hasText: "invalid_column_schema.csv" })).toContainText("Discarded");
});

test("an import is taken back, with what it changed as it was", async ({ signInAs }) => {
  const page = await signInAs("program manager");
  await visit(page, "/p/demo/imports");
  const csv = "name,site,business_owner\nA service by mistake,Leeds,Nobody Known\n";
  await bringIn(page, { name: "mistake.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await page.getByRole("button", { name: "Import 1 row" }).click();
  await page.getByRole("link", { name: "See what taking it back means" }).click();
  const means = page.getByRole("table", { name: "What is removed and what gets its earlier values" });
  await expect(means.getByRole("row", { name: /Workloads/ })).toContainText("1");
  await ready(page);
  await page.getByRole("button", { name: "Take this import back" }).click();
  await expect(page.getByText("This import was taken back")).toBeVisible();
  await visit(page, "/p/demo/workloads?q=A%20service%20by%20mistake");
  await expect(page.getByRole("link", { name: "A service by mistake", exact: true })).toHaveCount(0);
});

test("a large file is read by a job; one may leave and come back", async ({ signInAs }) => {
  const page = await signInAs("program manager");
  await visit(page, "/p/demo/imports");
  const lines = Array.from({ length: 4000 }, (_, n) => `Large ${n},Venlo,${"x".repeat(100)}`);
  const csv = ["name,site,description", ...lines].join("\n");
  await bringIn(page, { name: "large.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  const address = page.url();
  await visit(page, "/p/demo/imports");
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "2. What it would change" })).toBeVisible({
    timeout: 60_000,
  });
  await countsAre(page, { New: "4,000", Changed: 0, Unchanged: 0, Refused: 0 });
  await ready(page);
  await page.getByRole("button", { name: "Discard the file" }).click();
  await page.waitForURL(/\/imports$/);
});

type Given = string | { name: string; mimeType: string; buffer: Buffer };

async function bringIn(page: Page, path: Given): Promise<void> {
  await ready(page);
  await page.getByLabel("File", { exact: true }).setInputFiles(path);
  await page.getByRole("button", { name: "Show what it would change" }).click();
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
}

async function countsAre(page: Page, counts: Record<string, number | string>): Promise<void> {
  const figures = page.locator("#preview dl > div");
  for (const [label, count] of Object.entries(counts)) {
    await expect(figures.filter({ hasText: new RegExp(`^${label}${count}(?!\\d)`) })).toHaveCount(1);
  }
}
