import { expect, test, visit } from "./fixtures";

test("another score of the map and other rows of the register are shown, and the address follows", async ({
  signInAs,
}) => {
  const page = await signInAs("executive");
  await visit(page, "/p/demo/risks");
  const map = page.getByRole("region", { name: /risk$/ });
  const register = page.getByRole("region", { name: "Register" });
  const whole = await register.getByText(/^Showing/).textContent();

  await map.getByRole("link", { name: "Inherent" }).click();
  await expect(page.getByRole("heading", { name: "Inherent risk" })).toBeVisible();
  await expect(page).toHaveURL(/aspect=inherent/);
  await map.getByRole("link", { name: "Current" }).click();
  await expect(page.getByRole("heading", { name: "Current risk" })).toBeVisible();
  await expect(page).not.toHaveURL(/aspect/);

  await map.locator("table.map td:has(b:not(:empty)) a").first().click();
  await expect(register.getByText(/1 filter\)/)).toBeVisible();
  await expect(page).toHaveURL(/[?&]l=\d&i=\d/);
  await register.getByRole("link", { name: /^Remove filter Current/ }).click();
  await expect(register.getByText(/^Showing/)).toHaveText(whole ?? "");
  await expect(page).not.toHaveURL(/[?&]l=/);

  await register.getByRole("combobox", { name: "Appetite" }).selectOption("above");
  await register.getByRole("button", { name: "Apply" }).click();
  await expect(register.getByRole("list", { name: "Filters that are on" })).toContainText("Appetite above");
  await expect(page).toHaveURL(/appetite=above/);
  await expect(register.locator("tbody tr").first()).toContainText("Above");

  await page.goBack();
  await expect(register.getByText(/^Showing/)).toHaveText(whole ?? "");
  await expect(page).not.toHaveURL(/appetite/);
});

test("where the rows alone cannot be had, the page is asked for them", async ({ signInAs, complaints }) => {
  complaints.allow(/503|Service Unavailable/);
  const page = await signInAs("executive");
  await visit(page, "/p/demo/risks");
  await page.route(/\/api\/p\/demo\/risks\?/, (route) => route.fulfill({ status: 503, body: "" }));
  const register = page.getByRole("region", { name: "Register" });
  await register.getByRole("combobox", { name: "Appetite" }).selectOption("above");
  await register.getByRole("button", { name: "Apply" }).click();
  await expect(register.getByRole("list", { name: "Filters that are on" })).toContainText("Appetite above");
  await expect(page).toHaveURL(/appetite=above/);
});
