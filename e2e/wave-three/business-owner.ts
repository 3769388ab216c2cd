import type { Page } from "@playwright/test";
import { type DemoRole, expect, ready } from "../fixtures";

type Fixtures = { signInAs: (role: DemoRole) => Promise<Page> };

/** From "Needs you" to a record with a reference. */
export async function signsAgain({ signInAs }: Fixtures): Promise<void> {
  const page = await signInAs("business owner");
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { name: "My services", level: 1 })).toBeVisible();
  const needed = main.locator("#needs");
  await expect(needed).toContainText("Look again and sign: EDI and portals");
  await expect(needed).toContainText(
    "Something changed since you signed, so your signature no longer counts.",
  );
  await needed.getByRole("link", { name: "Read and decide" }).click();
  await page.waitForURL(/\/waves\/3\/gate$/);
  await ready(page);

  const changed = main
    .locator("#changed")
    .getByRole("row")
    .filter({ hasText: "70 min" })
    .or(main.locator("#changed").getByRole("row").filter({ hasText: "1 h 10 min" }));
  await expect(changed).toContainText("52 min");
  await expect(main.locator("#agree").getByRole("listitem")).toHaveCount(5);
  const signatures = main.getByRole("complementary", { name: "Signatures" });
  await expect(signatures).toContainText("1 of 3 hold");

  await main.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(main.getByRole("heading", { name: "Check before you sign" })).toBeFocused();
  await expect(main).toContainText("You are about to approve");
  await main.getByRole("button", { name: "Sign and record" }).click();

  await page.waitForURL(/\/sign-offs\/W3-A1-[0-9A-F]{8}\?signed=1$/);
  const reference = /W3-A1-[0-9A-F]{8}/.exec(page.url())?.[0] ?? "";
  await expect(main).toContainText(`Recorded. Your reference is ${reference}`);
  await expect(main.locator("#who")).toContainText("Helen Brandt");
  await main.getByRole("link", { name: "Back to the gate" }).click();
  await expect(signatures).toContainText("2 of 3 hold");
  await expect(main).toContainText("You have decided, and your signature holds.");
  await expect(main.locator("#changed")).toContainText("Nothing that you relied on has changed.");
}
