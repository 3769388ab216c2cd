import { existsSync, readFileSync } from "node:fs";
import { openEmbedded } from "./embedded.mjs";
import { checkExternal, externalAddresses, joinGroup } from "./external.mjs";
import { dataDirFrom, openDataDir } from "./folders.mjs";
import { applyMigrations } from "./migrations.mjs";
import { inProject } from "./paths.mjs";
import { openSecrets } from "./secrets.mjs";

/** Takes over what `.env` says, without overruling the environment. */
export function readEnvFile() {
  const file = inProject(".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

/**
 * Opens the database a command works on: the one named by the environment, else the embedded one.
 * @param flags `dataDir` from the command line; `what` a note for others on the same embedded server
 * @returns its two addresses, the secrets and, when embedded, the server; `release()` ends the use
 */
export async function openDatabase({ dataDir: flag, what, settings } = {}) {
  const addresses = externalAddresses();
  const dataDir = dataDirFrom(flag);
  openDataDir(dataDir);
  const secrets = openSecrets(dataDir);
  if (addresses) {
    await checkExternal(addresses);
    return { ...addresses, dataDir, secrets, embedded: null, release: async () => {} };
  }
  const embedded = await openEmbedded(dataDir, secrets, { what, settings });
  const [ownerUrl, webUrl] = [embedded.ownerUrl(), embedded.webUrl()];
  return { ownerUrl, webUrl, dataDir, secrets, embedded, release: () => embedded.release() };
}

/** Applies what is missing and sees to it that the product's login has its rights; returns the names applied. */
export async function migrate(database) {
  const applied = await applyMigrations(database.ownerUrl);
  if (!database.embedded) await joinGroup(database);
  return applied;
}

/** What the product reads from its environment. */
export function productEnv({ ownerUrl, webUrl, dataDir, secrets }) {
  const { version } = JSON.parse(readFileSync(inProject("package.json"), "utf8"));
  return {
    DATABASE_URL: webUrl,
    DATABASE_OWNER_URL: ownerUrl,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || secrets.nextauthSecret,
    WAVEGATE_DATA_DIR: dataDir,
    WAVEGATE_AUDIT_KEY_FILE: process.env.WAVEGATE_AUDIT_KEY_FILE || secrets.auditKeyFile,
    WAVEGATE_VERSION: version,
  };
}
