import type { Page } from "@playwright/test";
import { expect, visit } from "../fixtures";
import { BASE, BEN } from "./people";

const NEW_WORKLOAD = `${BASE}/workloads/new`;

/** A manager gives an owner an engineer's rights for some hours, with a reason; the form says what it lacks. */
export async function givesRightsForATime(manager: Page, owner: Page): Promise<void> {
  expect((await owner.request.get(NEW_WORKLOAD)).status()).toBe(404);
  await visit(manager, `${BASE}/members`);
  await manager.getByRole("main").getByRole("link", { name: BEN.name }).first().click();
  await manager.waitForURL(/\/members\/[0-9a-f-]{36}$/);
  const form = manager.getByRole("form", { name: "Give rights for a time" });
  await form.getByLabel("Rights of a").selectOption("platform_engineer");
  await form.getByLabel("For", { exact: true }).selectOption("4");
  await form.getByRole("button", { name: "Give these rights" }).click();
  await expect(form).toContainText("Say why: it is kept in the audit trail.");
  await form.getByLabel("Reason").fill("Brings in the tills while Mara travels");
  await form.getByRole("button", { name: "Give these rights" }).click();
  await expect(manager.getByRole("form", { name: "End the rights for a time" })).toContainText(
    "Rights of a platform engineer until",
  );
}

/** They reach what an engineer does, and are over when their holder ends them. */
export async function usesAndEndsThem(owner: Page): Promise<void> {
  await visit(owner, NEW_WORKLOAD);
  await owner.getByLabel("Name", { exact: true }).fill("Till settlement");
  await owner.getByRole("button", { name: "Add workload" }).click();
  await owner.waitForURL(/\/workloads\/[0-9a-f-]{36}/);
  await expect(owner.getByRole("heading", { name: "Till settlement", level: 1 })).toBeVisible();
  await visit(owner, `${BASE}/members`);
  await owner.getByRole("button", { name: "End these rights now" }).click();
  await expect(owner.getByRole("form", { name: "End the rights for a time" })).toHaveCount(0);
  expect((await owner.request.get(NEW_WORKLOAD)).status()).toBe(404);
}
