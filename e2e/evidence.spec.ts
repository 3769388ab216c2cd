import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, ready, test, visit } from "./fixtures";

test.describe.configure({ mode: "serial" });

const WORDS = "05:00 declared\n05:41 usable\n";
const given = (name: string, text: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

test("a file is kept for a risk, saved again word for word, and shown at the risk", async ({ signInAs }) => {
  const page = await signInAs("platform engineer");
  await visit(page, "/p/demo/risks");
  await page
    .getByRole("table", { name: "Risk register" })
    .getByRole("rowheader")
    .first()
    .getByRole("link")
    .click();
  await page.getByRole("link", { name: "Add new evidence" }).click();
  await expect(page.getByText("It is attached to R-")).toBeVisible();
  await addFile(page, "Second restore", given("..\\restore.log", WORDS));

  const attached = page.getByRole("table", { name: "Attached evidence" });
  const line = attached.getByRole("row", { name: /Second restore/ });
  await expect(line).toContainText("No end stated");
  await line.getByRole("link", { name: "Second restore" }).click();
  await expect(page.getByRole("heading", { name: "Second restore", level: 1 })).toBeVisible();
  await expect(page.getByRole("table", { name: "What rests on this evidence" })).toContainText("R-");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "restore.log" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("restore.log");
  expect(await readFile(await download.path(), "utf8")).toBe(WORDS);

  const address = await page.getByRole("link", { name: "restore.log" }).getAttribute("href");
  const answer = await page.request.get(address ?? "");
  const headers = answer.headers();
  expect(headers["content-disposition"]).toMatch(/^attachment; filename="restore\.log"/);
  expect(headers["content-security-policy"]).toContain("sandbox");
  expect(headers["x-content-type-options"]).toContain("nosniff");
  expect(headers["cache-control"]).toBe("private, no-store");
});

test("a page that calls itself a PDF is refused in words, and what was typed stays", async ({
  signInAs,
  complaints,
}) => {
  complaints.allow(/status of 422/);
  const page = await signInAs("business owner");
  await visit(page, "/p/demo/evidence/new");
  await fill(page, "Not what it says", given("report.pdf", "<!doctype html><script>alert(1)</script>"));
  await expect(page.locator(".errsum")).toContainText("The file is a web page or another document in markup");
  await expect(page.getByLabel("Title")).toHaveValue("Not what it says");
  await expect(page).toHaveURL(/\/evidence\/new$/);
});

test("a revision is added beside the first, by file and by link", async ({ signInAs }) => {
  const page = await signInAs("business owner");
  await visit(page, "/p/demo/evidence?q=Second+restore");
  await page.getByRole("table", { name: "Evidence" }).getByRole("link", { name: "Second restore" }).click();
  await page.waitForURL(/\/evidence\/[0-9a-f-]{36}$/);
  await ready(page);
  const form = page.getByRole("form", { name: "Add a file as a revision" });
  await form.getByLabel("Valid until").fill("2020-01-31");
  await form.getByLabel("File", { exact: true }).setInputFiles(given("restore.log", `${WORDS}06:00 done\n`));
  await form.getByRole("button", { name: "Keep this file" }).click();
  const revisions = page.getByRole("table", { name: "Revisions, the newest first" });
  await expect(revisions.getByRole("row")).toHaveCount(3);
  await expect(revisions.getByRole("row").nth(1)).toContainText("Expired after 31 Jan 2020");
  await expect(revisions.getByRole("row").nth(2)).toContainText("No end stated");

  await page.getByRole("link", { name: "A link" }).click();
  const link = page.getByRole("form", { name: "Add a link as a revision" });
  await ready(page);
  await link.getByLabel("Address").fill("https://me:secret@wiki.example/restore");
  await link.getByRole("button", { name: "Keep this link" }).click();
  await expect(link.getByText("Leave name and password out of the address").first()).toBeVisible();
  await link.getByLabel("Address").fill("https://wiki.example/restore");
  await link.getByRole("button", { name: "Keep this link" }).click();
  await expect(revisions.getByRole("row")).toHaveCount(4);
  const shown = revisions.getByRole("link", { name: /wiki\.example/ });
  await expect(shown).toHaveAttribute("rel", "noopener noreferrer");
});

async function addFile(page: Page, title: string, file: ReturnType<typeof given>): Promise<void> {
  await fill(page, title, file);
  await page.waitForURL(/#evidence$/);
}

async function fill(page: Page, title: string, file: ReturnType<typeof given>): Promise<void> {
  await ready(page);
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("File", { exact: true }).setInputFiles(file);
  await page.getByRole("button", { name: "Keep this file" }).click();
}
