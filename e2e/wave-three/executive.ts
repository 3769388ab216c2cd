import type { Page } from "@playwright/test";
import { type DemoRole, expect, ready } from "../fixtures";

type Fixtures = { signInAs: (role: DemoRole) => Promise<Page> };

/** The brief from top to bottom, and from a cell of the map to its risks. */
export async function readsTheBrief({ signInAs }: Fixtures): Promise<void> {
  const page = await signInAs("executive");
  await ready(page);
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { level: 1 })).toHaveText(/^Brief, /);
  await expect(main).toContainText(/(Off track|At risk|Unknown|On track)\. \d+ of \d+ workloads are live/);
  await expect(main).toContainText(/The next cutover is EDI and portals on /);

  const decisions = main.locator("#decisions");
  const asked = decisions.getByRole("link", { name: "Read and decide" });
  await expect(asked).toHaveCount(2);
  await expect(asked.first()).toHaveAttribute("href", "/p/demo/waves/3/gate");
  await expect(asked.last()).toHaveAttribute("href", /\/p\/demo\/risks\/R-\d+\/acceptances\//);
  await expect(decisions).toContainText("Waiting costs");

  await expect(main.getByRole("table", { name: "Waves in their order" }).getByRole("row")).toHaveCount(7);
  await expect(main.getByRole("heading", { name: "What is unknown" })).toBeVisible();
  await expect(main.locator("#numbers")).toContainText("unknown");

  const map = main.getByRole("table", { name: /^Current risk by likelihood and impact, as of / });
  await expect(map.getByRole("columnheader")).toHaveCount(5);
  await expect(map.getByRole("link")).toHaveCount(25);
  const cell = map.getByRole("link", { name: /^[1-9]\d* risks?, / }).first();
  const count = Number.parseInt((await cell.getAttribute("aria-label")) ?? "", 10);
  await cell.click();
  await page.waitForURL(/\/p\/demo\/risks\?/);
  const register = page.getByRole("table", { name: "Risk register" });
  await expect(register.getByRole("rowheader")).toHaveCount(count);
  await register.getByRole("rowheader").getByRole("link").first().click();
  await expect(page.getByText(/^Risk R-\d+$/).first()).toBeVisible();
}
