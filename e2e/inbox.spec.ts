import { expect, ready, test } from "./fixtures";

test("what changed is marked read, one and all; when mail comes is chosen", async ({ signInAs }) => {
  const page = await signInAs("program manager");
  await page
    .getByRole("navigation")
    .getByRole("link", { name: /^Inbox/ })
    .click();
  await expect(page.getByRole("heading", { name: "Inbox", level: 1 })).toBeVisible();
  const changed = page.getByRole("region", { name: "Changed on what you own" });
  const unread = changed.getByRole("button", { name: "Mark read" });
  await expect(unread.first()).toBeVisible();
  await ready(page);

  const before = await unread.count();
  await unread.first().click();
  await expect(unread).toHaveCount(before - 1);
  await changed.getByRole("button", { name: "Mark all read" }).click();
  await expect(changed.getByRole("heading", { name: "Nothing unread" })).toBeVisible();
  await changed.getByRole("link", { name: "Read ones too" }).click();
  await expect(changed.getByText("; read").first()).toBeVisible();

  await page.getByRole("link", { name: "When you get mail" }).click();
  await expect(page.getByRole("heading", { name: "The demo sends no mail" })).toBeVisible();
  await ready(page);
  await page.getByRole("combobox", { name: "Late" }).selectOption({ label: "At once" });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your choice counts from now on.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("combobox", { name: "Late" })).toHaveValue("immediately");
});
