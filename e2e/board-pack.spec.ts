import { readFile } from "node:fs/promises";
import { expect, test, visit } from "./fixtures";

test("a board pack is saved as a tagged PDF on A4 landscape, and a failure is said in words", async ({
  signInAs,
}) => {
  const page = await signInAs("executive");
  await visit(page, "/p/demo/packs/1");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Save as PDF" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("demo-board-pack-1.pdf");
  const pdf = await readFile(await download.path(), "latin1");
  expect(pdf).toMatch(/^%PDF-1\./);
  expect(pdf).toContain("/StructTreeRoot");
  expect(pdf).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
  expect(pdf).toMatch(/\/MediaBox \[0 0 841\.\d+ 59[45]\.\d+\]/);
  expect(pdf).not.toMatch(/\/MediaBox \[0 0 59/);

  await visit(page, "/p/demo/packs/1?pdf=late");
  await expect(page.getByRole("heading", { name: "The PDF was not made" })).toBeVisible();
  await expect(page.getByText("longer than a minute")).toBeVisible();
  await visit(page, "/p/demo/packs/1?pdf=<b>not+ours</b>");
  await expect(page.getByRole("heading", { name: "The PDF was not made" })).toBeHidden();
});
