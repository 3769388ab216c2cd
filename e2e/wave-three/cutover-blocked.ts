import type { Page } from "@playwright/test";
import { type DemoRole, expect, visit } from "../fixtures";

type Fixtures = { signInAs: (role: DemoRole) => Promise<Page> };

const START = "/p/demo/waves/3/move?to=cutting_over";

/** The stale and the missing signature keep the wave where it is, in words, and no form offers the step. */
export async function isStoppedByTheGate({ signInAs }: Fixtures): Promise<void> {
  const page = await signInAs("program manager");
  await visit(page, START);
  const main = page.getByRole("main");
  await expect(main.getByText("Not possible yet")).toBeVisible();
  await expect(main).toContainText(
    "does not hold. What Helen Brandt signed has changed since. 1 of 3 signatures holds.",
  );
  await expect(main.getByRole("button", { name: "Start cutting over" })).toHaveCount(0);
}

/** The gate holds now; what is left is the time. */
export async function isStoppedByTheWindow({ signInAs }: Fixtures): Promise<void> {
  const page = await signInAs("program manager");
  await visit(page, "/p/demo/waves/3");
  const main = page.getByRole("main");
  await expect(main).toContainText("The gate holds");
  const start = main.getByRole("link", { name: "Start cutting over" });
  await expect(start).toHaveAttribute("aria-disabled", "true");
  await expect(main).toContainText("Not possible yet: outside the window.");
  await start.click({ force: true });
  await page.waitForURL(/\/move/);
  await expect(main.getByText("Not possible yet")).toBeVisible();
  await expect(main).toContainText(/The window starts only on .+\. An executive must record an exception/);
  await expect(main).not.toContainText("does not hold");
  await expect(main.getByRole("button", { name: "Start cutting over" })).toHaveCount(0);
}
