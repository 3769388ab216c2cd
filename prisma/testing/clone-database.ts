import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, inject } from "vitest";
import { closeTestConnections, dropDatabase, makeDatabase } from "./database";

// Runs before each file of database tests, and before anything reads the environment: a fresh clone per file.
const name = `test_${randomBytes(6).toString("hex")}`;
const dataDir = mkdtempSync(join(tmpdir(), "wavegate-file-"));
const cluster = inject("cluster");
const { ownerUrl, webUrl } = await makeDatabase(name);

process.env.DATABASE_URL = webUrl;
process.env.DATABASE_OWNER_URL = ownerUrl;
process.env.NEXTAUTH_SECRET = "only-for-tests-only-for-tests-only";
process.env.NEXTAUTH_URL = "http://127.0.0.1:3000";
process.env.WAVEGATE_DATA_DIR = dataDir;
process.env.WAVEGATE_AUDIT_KEY_FILE = cluster.auditKeyFile;
process.env.WAVEGATE_DEMO = "0";

afterAll(async () => {
  await closeTestConnections();
  await dropDatabase(name);
  rmSync(dataDir, { recursive: true, force: true });
});
