import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, ready, test, visit } from "./fixtures";

const VERIFIER = fileURLToPath(new URL("../scripts/verify-audit.mjs", import.meta.url));

test("the auditor reads everything and finds no form that changes anything", async ({ signInAs }) => {
  const page = await signInAs("auditor");
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { name: "Audit trail", level: 1 })).toBeVisible();
  await visit(page, "/p/demo/workloads?q=Tilbury+WMS");
  const workload = main.getByRole("table").getByRole("link", { name: "Tilbury WMS", exact: true });
  const paths = [
    (await workload.getAttribute("href")) ?? "",
    "/p/demo/workloads",
    "/p/demo/waves",
    "/p/demo/waves/3",
    "/p/demo/waves/3/gate",
    "/p/demo/waves/4?tab=checklist",
    "/p/demo/risks",
    "/p/demo/risks/R-001",
    "/p/demo/recovery",
    "/p/demo/members",
  ];
  for (const path of paths) {
    await visit(page, path);
    await expect(main.getByRole("heading", { level: 1 }), path).toBeVisible();
    // a form that reads goes by its address, one of a dialog only closes it; one that changes posts
    const changing = main.locator("form:not([method=get]):not([method=dialog]):not([action^='/'])");
    await expect(changing, `${path} offers a change`).toHaveCount(0);
  }
});

test("verify now finds the trail intact", async ({ signInAs }) => {
  const page = await signInAs("auditor");
  await ready(page);
  await page.getByRole("button", { name: "Verify now" }).click();
  await expect(
    page.getByRole("status").filter({ hasText: /^Intact: [\d,]+ events, witnessed to event \d+/ }),
  ).toBeVisible();
});

test("an export verifies without the product, and a tampered one is refused", async ({ signInAs }, info) => {
  const page = await signInAs("auditor");
  await ready(page);
  const fingerprint = page.getByText(/^([0-9a-f]{4,8}\s?)+$/);
  await expect(page.getByText("Fingerprint of the signing key")).toBeVisible();
  const key = (await fingerprint.allInnerTexts())
    .map((text) => text.replace(/\s/g, ""))
    .find((hex) => hex.length === 64);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export, signed" }).click(),
  ]);
  const file = info.outputPath("trail.jsonl");
  await download.saveAs(file);

  const good = verify(file, ...(key ? ["--key", key] : []));
  expect(good.stderr).toBe("");
  expect(good.status).toBe(0);

  const lines = readFileSync(file, "utf8").split("\n");
  const at = lines.findIndex((line) => line.includes('"sign-off.recorded"') || line.includes("rollback"));
  const event: unknown = JSON.parse(lines[at] ?? "{}");
  const seq = /"seq":"?(\d+)/.exec(lines[at] ?? "")?.[1];
  expect(event).toBeTruthy();
  const forged = info.outputPath("forged.jsonl");
  writeFileSync(
    forged,
    lines
      .map((line, index) => (index === at ? line.replace(/Priya|Helen|Joost|Dirk|Marta/, "Nobody") : line))
      .join("\n"),
  );
  const bad = verify(forged);
  expect(bad.status).toBe(1);
  expect(bad.stderr).toContain("NOT INTACT");
  expect(bad.stderr).toMatch(new RegExp(`\\b${seq}\\b`));

  const cut = info.outputPath("cut.jsonl");
  writeFileSync(cut, lines.slice(0, -2).join("\n"));
  expect(verify(cut).status).not.toBe(0);
});

function verify(...args: string[]) {
  return spawnSync(process.execPath, [VERIFIER, ...args], { encoding: "utf8" });
}
