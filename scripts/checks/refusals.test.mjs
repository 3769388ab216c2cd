import assert from "node:assert/strict";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, test } from "node:test";
import { withClient } from "../lib/roles.mjs";
import { openTestCluster } from "../lib/test-cluster.mjs";
import { newFolder, removeFolder, startProduct } from "./started.mjs";

const folder = newFolder();
after(() => removeFolder(folder));

/** Expects one sentence and exit code 1. */
async function refuses(options, sentence) {
  const product = await startProduct({ dataDir: folder, ...options });
  assert.equal(await product.ended, 1, product.text);
  const lines = product.text
    .split("\n")
    .filter((line) => line !== "" && !/^ {2}[a-z ]+ +[\d.]+ s/.test(line));
  assert.equal(lines.length, 1, product.text);
  assert.match(lines[0], sentence);
}

test("an old Node", async () => {
  const old = "data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'18.20.1'}})";
  await refuses(
    { command: [process.execPath, "--import", old, "scripts/start.mjs"] },
    /^Wavegate needs Node 20\.19 or newer; this is 18/,
  );
});

test("an unknown option and wrong values", async () => {
  await refuses({ args: ["--prot", "1"] }, /Unknown option '--prot'; npm start -- --help/);
  await refuses({ port: 70_000 }, /--port takes a number up to 65535/);
  await refuses({ args: ["--demo-day", "2026-02-30"] }, /--demo-day takes a date/);
});

test("a folder that cannot be written", async () => {
  await refuses(
    { dataDir: "/dev/null/wavegate" },
    /^The folder \/dev\/null\/wavegate cannot be written \(ENOTDIR\)/,
  );
});

test("a busy port", async () => {
  const stranger = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => stranger.once("listening", resolve));
  await refuses({ port: stranger.address().port }, /is busy: another program uses it/);
  stranger.close();
});

test("only one of the two addresses", async () => {
  await refuses(
    { env: { WAVEGATE_EMBEDDED: "0", DATABASE_URL: "postgresql://a@127.0.0.1:1/b" } },
    /DATABASE_OWNER_URL is not/,
  );
});

test("a silent database", async () => {
  const silent = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => silent.once("listening", resolve));
  const url = `postgresql://a:b@127.0.0.1:${silent.address().port}/c`;
  await refuses(
    { env: { WAVEGATE_EMBEDDED: "0", DATABASE_URL: url, DATABASE_OWNER_URL: url } },
    /^The database of DATABASE_OWNER_URL \(a@127\.0\.0\.1:\d+\/c\) does not answer/,
  );
  silent.close();
});

test("logins of a server of one's own", async () => {
  const { server, close } = await openTestCluster();
  const ownerUrl = server.ownerUrl();
  const env = (DATABASE_URL) => ({ WAVEGATE_EMBEDDED: "0", DATABASE_URL, DATABASE_OWNER_URL: ownerUrl });
  try {
    await refuses(
      { env: env(server.superUrl("wavegate")) },
      /is a superuser and has BYPASSRLS and owns tables/,
    );
    await refuses({ env: env(ownerUrl) }, /"wavegate_owner" of DATABASE_URL owns tables/);
    await withClient(server.superUrl("wavegate"), async (client) => {
      await client.query(
        "CREATE ROLE plain LOGIN PASSWORD 'plain'; GRANT CONNECT ON DATABASE wavegate TO plain",
      );
    });
    const plain = new URL(server.webUrl());
    plain.username = "plain";
    plain.password = "plain";
    await refuses({ env: env(plain.href) }, /GRANT wavegate_app TO "plain"/);
    const product = await startProduct({ dataDir: folder, env: env(server.webUrl()) });
    await product.ready();
    assert.equal((await product.health()).status, "ok");
    assert.match(product.text, /npm run admin -- create/);
    product.child.kill("SIGTERM");
    assert.equal(await product.ended, 0, product.text);
  } finally {
    await close();
  }
});

test("root in a folder that the database server's account cannot enter", {
  skip: process.getuid?.() !== 0,
}, async () => {
  const closed = join(folder, "closed");
  mkdirSync(closed, { mode: 0o700 });
  const product = await startProduct({ dataDir: join(closed, "data"), args: ["--no-demo"] });
  await product.ready();
  const place = /the database moved .*its data to (\S+)\./.exec(product.text)?.[1];
  assert.ok(place && existsSync(place), product.text);
  product.child.kill("SIGTERM");
  assert.equal(await product.ended, 0);
  rmSync(place, { recursive: true });
});
