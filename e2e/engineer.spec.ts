import { expect, ready, test, visit } from "./fixtures";

test("from my work into the wave, and what blocks it is said in words", async ({ signInAs }) => {
  const page = await signInAs("platform engineer");
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { name: "My work", level: 1 })).toBeVisible();
  await expect(main.locator("#gates")).toContainText("EDI and portals");
  await main
    .getByRole("table", { name: "Waves in their order" })
    .getByRole("link", { name: /Tilbury WMS, carriers/ })
    .click();
  await expect(main.getByRole("heading", { name: "Tilbury WMS, carriers", level: 1 })).toBeVisible();
  await expect(main).toContainText("Off track");
  await ready(page);

  await visit(page, "/p/demo/waves/6");
  const next = main.getByRole("link", { name: "Move to preparing" });
  await expect(next).toBeVisible();
  await visit(page, "/p/demo/waves/5");
  await expect(main).toContainText("Rehearsing → Ready");
  await expect(main).toContainText("Not possible yet:");
  await visit(page, "/p/demo/waves/5/move?to=ready");
  await expect(main.getByText("Not possible yet")).toBeVisible();
  await expect(main).toContainText(
    /workloads? (has|have) no (business or no technical owner|complete recovery target)/,
  );
  await expect(main.getByRole("button", { name: "Move to ready" })).toHaveCount(0);
});

test("a checklist item is settled with its reason", async ({ signInAs }) => {
  const page = await signInAs("platform engineer");
  const main = page.getByRole("main");
  await visit(page, "/p/demo/waves/5?tab=checklist");
  const item = "Scanners tested in both warehouses";
  await main.getByRole("link", { name: `Other: ${item}` }).click();
  await expect(main.getByRole("heading", { name: item, level: 1 })).toBeVisible();
  await ready(page);
  await main.getByRole("radio", { name: "Skipped" }).check();
  await main.locator("#field-reason").fill("");
  await main.getByRole("button", { name: "Save" }).first().click();
  await expect(main.getByRole("alert")).toBeFocused();
  await expect(main.getByRole("radio", { name: "Skipped" })).toBeChecked();
  await main
    .getByLabel("Reason or note")
    .fill("Columbus gets new scanners the week after; the old ones go on.");
  await main.getByRole("button", { name: "Save" }).first().click();
  await visit(page, "/p/demo/waves/5?tab=checklist");
  const row = main.getByRole("row").filter({ hasText: item });
  await expect(row).toContainText("Skipped");
  await expect(row).toContainText("Columbus gets new scanners");
});

test("a risk is raised and assessed, and the map counts it", async ({ signInAs }) => {
  const page = await signInAs("platform engineer");
  const main = page.getByRole("main");
  const cell = main
    .getByRole("table", { name: /^Current risk by/ })
    .getByRole("link", { name: /rare × negligible/ });
  await visit(page, "/p/demo/risks");
  const before = Number.parseInt((await cell.getAttribute("aria-label")) ?? "", 10);

  await main.getByRole("link", { name: "Raise a risk" }).click();
  await expect(main.getByRole("heading", { name: "Raise a risk", level: 1 })).toBeVisible();
  await ready(page);
  await main.getByLabel("What may happen").fill("The scheduler of the dock doors loses a night");
  await main.getByLabel("Workload (optional)").fill("Returns desk");
  await main.getByRole("button", { name: "Raise the risk" }).click();
  await expect(
    main.getByRole("heading", { name: "The scheduler of the dock doors loses a night", level: 1 }),
  ).toBeVisible();
  await ready(page);

  const acts = main.getByRole("complementary", { name: "Acts on this risk" });
  await acts.getByLabel("Likelihood").selectOption("1");
  await acts.getByLabel("Impact").selectOption("1");
  await acts.getByRole("button", { name: "Record the assessment" }).click();
  await expect(acts.getByRole("status").filter({ hasText: "was recorded" })).toBeVisible();
  await visit(page, "/p/demo/risks");
  await expect(cell).toHaveAttribute("aria-label", new RegExp(`^${before + 1} risk`));
});
