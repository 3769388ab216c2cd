import type { Locator, Page } from "@playwright/test";
import { type DemoRole, expect, ready } from "../fixtures";

type Fixtures = { signInAs: (role: DemoRole) => Promise<Page> };

/** The whole decision without a mouse: to decline asks for words first, and the error takes the focus. */
export async function declinesAndApproves({ signInAs }: Fixtures): Promise<void> {
  const page = await signInAs("executive");
  const main = page.getByRole("main");
  await ready(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await press(page, main.locator("#decisions").getByRole("link", { name: "Read and decide" }).first());
  await page.waitForURL(/\/waves\/3\/gate$/);
  await ready(page);

  const comment = main.getByLabel("Comment");
  await press(page, main.getByRole("button", { name: "Decline", exact: true }));
  await expect(comment).toBeFocused();
  await expect(main.getByRole("alert")).toHaveText("Say why you decline.");
  await page.keyboard.type("The phone team of Columbus has not been told.");
  await press(page, main.getByRole("button", { name: "Decline", exact: true }));
  await expect(main.getByRole("heading", { name: "Check before you sign" })).toBeFocused();
  await expect(main).toContainText("“The phone team of Columbus has not been told.”");
  await press(page, main.getByRole("button", { name: "Decline and record" }));
  await page.waitForURL(/\/sign-offs\/W3-A1-[0-9A-F]{8}\?signed=1$/);
  await expect(main.getByRole("heading", { level: 1 })).toHaveText(/^Declined: /);
  await expect(main).toContainText("The wave cannot cut over while your decline stands.");

  await press(page, main.getByRole("link", { name: "Back to the gate" }));
  await page.waitForURL(/\/waves\/3\/gate$/);
  await ready(page);
  await expect(main).toContainText("Declined by Marta Okafor.");
  await press(page, main.getByRole("button", { name: "Approve", exact: true }));
  await expect(main.getByRole("heading", { name: "Check before you sign" })).toBeFocused();
  await press(page, main.getByRole("button", { name: "Sign and record" }));
  await page.waitForURL(/\/sign-offs\/W3-A1-[0-9A-F]{8}\?signed=1$/);
  await expect(main.getByRole("heading", { level: 1 })).toHaveText(/^Approved: /);
  await press(page, main.getByRole("link", { name: "Back to the gate" }));
  await page.waitForURL(/\/waves\/3\/gate$/);
  await expect(main).toContainText("This gate holds");
}

/** Reaches something with Tab alone and presses Enter on it. */
async function press(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let steps = 0; steps < 150; steps += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) {
      await page.keyboard.press("Enter");
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reached ${wanted}`);
}
