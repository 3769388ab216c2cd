import { spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { giveToServer } from "./placement.mjs";
import { isAlive, isPostgresOn, waitUntil } from "./processes.mjs";
import { Refusal } from "./steps.mjs";

/** The login that only these scripts use; neither the product nor its migrations ever get it. */
export const SUPERUSER = "wavegate_super";

/** Creates the cluster when there is none: whole or not at all. */
export function createCluster({ bin, data, account }, password) {
  if (existsSync(join(data, "PG_VERSION"))) return;
  const draft = `${data}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  giveToServer(account, draft);
  const folder = mkdtempSync(join(tmpdir(), "wavegate-"));
  giveToServer(account, folder);
  try {
    const file = join(folder, "password");
    writeFileSync(file, `${password}\n`, { mode: 0o600 });
    giveToServer(account, file);
    const result = spawnSync(join(bin, "initdb"), initdbArguments(draft, file), {
      ...account,
      cwd: "/",
      env: serverEnv(),
    });
    if (result.status !== 0)
      throw new Refusal(`The database could not be created: ${lastLine(result.stderr) ?? result.error}.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  renameSync(draft, data);
}

/**
 * The server that runs on this cluster already, left behind by a process that was killed or shared with another one.
 * One that does not answer to us is stopped.
 * @returns {Promise<{pid: number, port: number} | null>}
 */
export async function adoptServer({ data }, password) {
  const note = readPidFile(data);
  if (!note || !isAlive(note.pid) || isPostgresOn(note.pid, data) === false) return null;
  const ours = await waitUntil(() => answersAs(note.port, password, data), 10_000, 100);
  if (ours) return { pid: note.pid, port: note.port };
  if (isPostgresOn(note.pid, data)) await stopServer(note.pid);
  return null;
}

/**
 * Starts the server on loopback and waits until it answers.
 * @param port the port to take, null for any free one
 * @param settings further `name=value` settings
 */
export async function startServer(
  { bin, data, log, account },
  password,
  { port = null, settings = [] } = {},
) {
  const end = performance.now() + 60_000;
  for (;;) {
    disownForeignPid(data);
    const chosen = port ?? (await freePort());
    const child = launch({ bin, data, log, account }, [`port=${chosen}`, ...SETTINGS, ...settings]);
    const up = await waitUntil(async () => child.gone || (await answersAs(chosen, password, data)), 60_000);
    if (up && !child.gone) return { pid: child.pid, port: chosen };
    const why = lastLine(readFileSync(log));
    // After a kill the server's children hold its memory for a moment longer; a port can be lost to another in between.
    const passes =
      /shared memory|lock file|Address already in use|could not bind|could not create any TCP/.test(
        readFileSync(log, "utf8").slice(-2000),
      );
    if (performance.now() > end || !passes) {
      throw new Refusal(`The database does not start: ${why ?? "it gives no reason"}; its log is ${log}.`);
    }
    await new Promise((wake) => setTimeout(wake, 250));
  }
}

/** Ends a server: politely, then firmly, but never so that it cannot write its state. */
export async function stopServer(pid) {
  for (const [signal, ms] of [
    ["SIGINT", 8000],
    ["SIGQUIT", 8000],
  ]) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    if (await waitUntil(() => !isAlive(pid), ms)) return;
  }
  throw new Refusal(`The database server (process ${pid}) does not end.`);
}

/** The address of a database of this server. */
export function addressOf({ port, user, password, database }) {
  return `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** A port of loopback that nobody uses now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

const SETTINGS = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "password_encryption=scram-sha-256",
  "timezone=UTC",
  "log_timezone=UTC",
  "max_connections=100",
  // An import of thousands of rows changes what plans are good: it is seen within seconds, not within a minute.
  "autovacuum_naptime=10s",
];

function initdbArguments(folder, passwordFile) {
  return [
    [
      "-D",
      folder,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
    ],
    ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"],
  ].flat();
}

/** In a session of its own: Ctrl-C reaches the product first, which then stops the server in order. */
function launch({ bin, data, log, account }, settings) {
  const output = openSync(log, "a", 0o600);
  const args = ["-D", data, ...settings.flatMap((setting) => ["-c", setting])];
  const child = spawn(join(bin, "postgres"), args, {
    ...account,
    cwd: "/",
    env: serverEnv(),
    detached: true,
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  const server = { pid: child.pid, gone: false };
  child.once("error", () => {
    server.gone = true;
  });
  child.once("exit", () => {
    server.gone = true;
  });
  child.unref();
  return server;
}

function serverEnv() {
  return { PATH: process.env.PATH ?? "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };
}

async function answersAs(port, password, data) {
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user: SUPERUSER,
    password,
    database: "postgres",
    connectionTimeoutMillis: 2000,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query("SHOW data_directory");
    return rows[0].data_directory === data;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function readPidFile(data) {
  try {
    const [pid, , , port] = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(pid), port: Number(port) };
  } catch {
    return null;
  }
}

/**
 * A stale note may name a process that lives but is not the server; PostgreSQL would refuse to start. Only the number
 * is replaced, by one no system gives: the rest lets the server see whether its old children still live.
 */
function disownForeignPid(data) {
  const file = join(data, "postmaster.pid");
  const note = readPidFile(data);
  if (!note || !isAlive(note.pid) || isPostgresOn(note.pid, data) !== false) return;
  const [, ...rest] = readFileSync(file, "utf8").split("\n");
  writeFileSync(file, ["4194304", ...rest].join("\n"));
}

function lastLine(bytes) {
  return (
    bytes
      ?.toString("utf8")
      .trim()
      .split("\n")
      .at(-1)
      ?.replace(/[.\s]+$/, "") || null
  );
}
