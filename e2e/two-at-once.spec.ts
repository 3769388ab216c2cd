import type { Page } from "@playwright/test";
import { expect, ready, test, visit } from "./fixtures";

test("the second of two is told what changed, keeps what was typed, and can keep it", async ({
  signInAs,
}) => {
  const engineer = await signInAs("platform engineer");
  await visit(engineer, "/p/demo/workloads/new");
  await engineer.getByLabel("Name", { exact: true }).fill("Dock door scheduler");
  const unfold = (page: Page, part: string) => page.locator("summary").filter({ hasText: part }).click();
  await unfold(engineer, "Where it is and goes");
  await engineer.getByLabel("Site").fill("Venlo");
  await engineer.getByRole("button", { name: "Add workload" }).click();
  await expect(engineer.getByRole("heading", { name: "Dock door scheduler", level: 1 })).toBeVisible();
  const path = new URL(engineer.url()).pathname;

  const manager = await signInAs("program manager");
  await visit(manager, `${path}/edit`);
  await visit(engineer, `${path}/edit`);
  await unfold(engineer, "Where it is and goes");
  await engineer.getByLabel("Site").fill("Tilbury");
  await engineer.getByRole("button", { name: "Save changes" }).click();
  await expect(engineer.getByRole("heading", { name: "Dock door scheduler", level: 1 })).toBeVisible();

  await unfold(manager, "Where it is and goes");
  await unfold(manager, "Who answers for it");
  await manager.getByLabel("Site").fill("Columbus");
  await manager.getByLabel("Operated by").fill("Columbus site team");
  await manager.getByRole("button", { name: "Save changes" }).click();
  const told = manager.getByRole("alert").filter({ hasText: "Somebody else changed this" });
  await expect(told).toBeFocused();
  const site = told.getByRole("row", { name: /^Site / });
  await expect(site).toContainText("Columbus");
  await expect(site).toContainText("Tilbury");
  await expect(manager.getByLabel("Site")).toHaveValue("Columbus");
  await expect(manager.getByLabel("Operated by")).toHaveValue("Columbus site team");

  await told.getByRole("button", { name: "Keep mine" }).click();
  await expect(manager.getByRole("heading", { name: "Dock door scheduler", level: 1 })).toBeVisible();
  await ready(manager);
  await expect(manager.getByRole("main")).toContainText("Columbus site team");
  await expect(manager.getByRole("main")).toContainText("Columbus");
});
