import { expect, ready, test } from "./fixtures";

test.describe.configure({ mode: "serial" });

const REASON = "The shop stores names and addresses of consignees.";

test("an answer needs a reason; the fact changes, and what each source said stays shown", async ({
  signInAs,
}) => {
  const page = await signInAs("platform engineer");
  await page.getByRole("navigation").getByRole("link", { name: "Questions" }).click();
  await expect(page.getByRole("heading", { name: "Questions", level: 1 })).toBeVisible();
  await page.getByRole("combobox", { name: "Fact" }).selectOption({ label: "Data classification" });
  await page.getByRole("button", { name: "Apply" }).click();
  await page
    .getByRole("table", { name: "Questions" })
    .getByRole("link", { name: "Customer portal", exact: true })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Data classification of Customer portal");
  const said = page.getByRole("table", { name: "What each source says" });
  await expect(said.getByRole("row", { name: /^CMDB/ })).toContainText("Stands now");
  await ready(page);

  await page.getByRole("radio", { name: /^Another value/ }).check();
  await page.getByRole("textbox", { name: /^Value to take instead/ }).fill("confidential");
  await page.getByRole("button", { name: "Answer the question" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "There is 1 problem" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: /^Value to take instead/ })).toHaveValue("confidential");

  await page.getByRole("textbox", { name: "Why" }).fill(REASON);
  await page.getByRole("button", { name: "Answer the question" }).click();
  await expect(page.getByRole("heading", { name: "What it came to" })).toBeVisible();
  await expect(page.getByText(REASON)).toBeVisible();
  await expect(said.getByRole("row", { name: /^CMDB/ })).toContainText("internal");
  await expect(said.getByRole("row", { name: /^Site survey/ })).toContainText("personal data");

  await page.getByRole("link", { name: "Customer portal", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Customer portal");
  await expect(page.getByText("confidential").first()).toBeVisible();
});

test("a reader sees the question and that it is not theirs to answer", async ({ signInAs }) => {
  const page = await signInAs("auditor");
  await page.goto("/p/demo/questions?state=all&field=dataGb");
  await page
    .getByRole("table", { name: "Questions" })
    .getByRole("link", { name: "Tilbury WMS", exact: true })
    .click();
  await expect(page.getByText("This is not yours to answer")).toBeVisible();
  await expect(page.getByRole("button", { name: "Answer the question" })).toHaveCount(0);
});
