import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbedded } from "./embedded.mjs";
import { openDataDir } from "./folders.mjs";
import { applyMigrations } from "./migrations.mjs";
import { openSecrets } from "./secrets.mjs";

/** Nothing of a test has to survive a power cut. */
const HASTY = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"];

/**
 * A server of its own for one test run, whatever the environment says, with one migrated database `wavegate` that
 * serves as the template of all others.
 * @returns the server, its secrets and folder, and `close()` that leaves nothing behind
 */
export async function openTestCluster() {
  const dataDir = mkdtempSync(join(tmpdir(), "wavegate-test-"));
  openDataDir(dataDir);
  // As root the server runs as another user, who has to pass through this folder.
  chmodSync(dataDir, 0o711);
  const secrets = openSecrets(dataDir);
  const server = await openEmbedded(dataDir, secrets, { settings: HASTY });
  await applyMigrations(server.ownerUrl());
  const close = async () => {
    await server.release();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { server, secrets, dataDir, close };
}
