import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, test } from "node:test";
import { isAlive, waitUntil } from "../lib/processes.mjs";
import { databasePid, newFolder, removeFolder, startProduct } from "./started.mjs";

const folder = newFolder();
const running = [];

afterEach(async () => {
  for (const product of running.splice(0)) {
    if (product.code === undefined) product.child.kill("SIGTERM");
    await product.ended;
  }
});

after(() => removeFolder(folder));

async function started(options = {}) {
  const product = await startProduct({ dataDir: folder, args: ["--no-demo"], ...options });
  running.push(product);
  return product.ready();
}

async function stopped(product, signal) {
  product.child.kill(signal);
  return product.ended;
}

for (const signal of ["SIGTERM", "SIGINT"]) {
  test(`${signal} stops server and database`, async () => {
    const product = await started();
    assert.deepEqual(
      { ...(await product.health()), version: "" },
      { status: "ok", database: "ok", version: "", migrations: "current" },
    );
    const database = databasePid(folder);
    assert.equal(await stopped(product, signal), 0, product.text);
    assert.equal(isAlive(database), false);
    assert.equal(await product.health(), null);
  });
}

test("secrets are for their owner only", () => {
  for (const name of ["secrets.json", "audit-key.pem"]) {
    assert.equal(statSync(join(folder, "secrets", name)).mode & 0o777, 0o600);
  }
});

test("a killed product leaves a database that the next start takes over", async () => {
  const first = await started();
  const database = databasePid(folder);
  await stopped(first, "SIGKILL");
  assert.equal(isAlive(database), true);
  const second = await started({ port: first.port });
  assert.match(second.text, /running already/);
  assert.equal((await second.health()).status, "ok");
  assert.equal(await stopped(second, "SIGTERM"), 0);
  assert.equal(isAlive(database), false);
});

test("a killed database is started again beneath the running product", async () => {
  const product = await started();
  const database = databasePid(folder);
  process.kill(database, "SIGKILL");
  assert.equal(
    await waitUntil(async () => !isAlive(database) && (await product.health())?.status === "ok", 30_000, 200),
    true,
    product.text,
  );
});

test("product and database killed together", async () => {
  const first = await started();
  process.kill(databasePid(folder), "SIGKILL");
  await stopped(first, "SIGKILL");
  assert.equal((await (await started()).health()).status, "ok");
});

test("a stale note that names a living stranger stops nothing", async () => {
  writeFileSync(
    join(folder, "postgres", "postmaster.pid"),
    `${process.pid}\n${join(folder, "postgres")}\n0\n1\n\n127.0.0.1\n        0         0\nready   \n`,
  );
  assert.equal((await (await started()).health()).status, "ok");
  assert.equal(isAlive(process.pid), true);
});

test("a tool shares the running database and leaves it running", async () => {
  const product = await started();
  const output = execFileSync(process.execPath, ["scripts/db-migrate.mjs", "--data-dir", folder], {
    encoding: "utf8",
  });
  assert.match(output, /up to date/);
  assert.equal((await product.health()).status, "ok");
});

test("a second start at the same port says who is there", async () => {
  const product = await started();
  const second = await startProduct({ dataDir: folder, port: product.port });
  assert.equal(await second.ended, 1);
  assert.match(second.text, /^Port \d+ is busy: Wavegate runs there already \(process \d+\); .*\n$/);
  assert.equal((await product.health()).status, "ok");
});

test("when npm is killed the product ends too, and the next start finds its port free", async () => {
  const npm = await started({ command: ["npm", "start", "--silent", "--"] });
  await stopped(npm, "SIGKILL");
  const second = await started({ port: npm.port });
  assert.equal((await second.health()).status, "ok");
});
