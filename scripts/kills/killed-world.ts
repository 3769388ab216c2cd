import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as rest } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import * as z from "zod";
import { readWitness } from "@/lib/audit/adapters/witness-file";
import { hashPassword } from "@/lib/auth/adapters/password-hash";
import { productEnv } from "@/scripts/lib/database.mjs";
import { openEmbedded } from "@/scripts/lib/embedded.mjs";
import { openDataDir } from "@/scripts/lib/folders.mjs";
import { applyMigrations } from "@/scripts/lib/migrations.mjs";
import { inProject } from "@/scripts/lib/paths.mjs";
import { waitUntil } from "@/scripts/lib/processes.mjs";
import { openSecrets } from "@/scripts/lib/secrets.mjs";
import { checkKept } from "./check-kept";
import { seatPlan } from "./plan";
import { unseenOffences } from "./planted";
import { SigningOverHttp } from "./signing-over-http";
import { SigningProcess, signOnArguments } from "./signing-process";

/** What is killed in a cycle. */
export const VICTIMS = ["server", "database", "both"] as const;
export type Victim = (typeof VICTIMS)[number];

export type KilledWorld = Awaited<ReturnType<typeof openKilledWorld>>;

/** The settings under which the control loses what it acknowledged: commits that do not wait until they are written. */
const LAZY = ["synchronous_commit=off", "wal_writer_delay=10s"];

/**
 * A data folder of its own with the product's embedded server, as `npm start` opens it, gates to be signed and a process that
 * signs them; with `http` people at browsers, whom the built product serves. What `undoLater` was given leaves nothing behind, the last one first.
 */
export async function openKilledWorld(
  undoLater: (undo: () => Promise<unknown>) => void,
  { http = false }: { http?: boolean } = {},
) {
  const dataDir = mkdtempSync(path.join(tmpdir(), "wavegate-kills-"));
  undoLater(async () => rmSync(dataDir, { recursive: true, force: true }));
  chmodSync(dataDir, 0o711);
  openDataDir(dataDir);
  for (const name of ["NEXTAUTH_SECRET", "WAVEGATE_AUDIT_KEY_FILE"]) delete process.env[name];
  const secrets = openSecrets(dataDir);
  let server = await openEmbedded(dataDir, secrets);
  undoLater(() => server.release());
  await applyMigrations(server.ownerUrl());
  const env = () => ({
    ...process.env,
    ...productEnv({ ownerUrl: server.ownerUrl(), webUrl: server.webUrl(), dataDir, secrets }),
  });
  // the check in this process reads the same witness with the same key
  Object.assign(process.env, env());
  const founding = await promisify(execFile)(process.execPath, signOnArguments(), {
    ...{ cwd: inProject(), env: env() },
  });
  const seats = z.array(seatPlan).parse(JSON.parse(founding.stdout));
  const signing = http
    ? new SigningOverHttp(seats, await givePasswords(), env)
    : new SigningProcess(dataDir, seats, env);
  undoLater(() => ("stop" in signing ? signing.stop() : signing.kill()));
  const watch = () => server.keepAlive(() => undefined);
  watch();

  /** Kills at once, `ms` after the next acknowledgement, and waits until the database is there again. */
  async function kill(victim: Victim, ms: number): Promise<void> {
    const pid = server.pid;
    const client = await connect();
    try {
      await signing.signs();
      await rest(ms);
      const { rows } = await client.query<{ pid: number }>("SELECT pid FROM pg_stat_activity");
      const gone = victim === "database" ? null : signing.kill();
      if (victim !== "server") for (const one of [pid, ...rows.map((row) => row.pid)]) killNow(one);
      await gone;
    } finally {
      await client.end().catch(() => undefined);
    }
    if (victim === "server") return;
    const back = await waitUntil(() => server.pid !== pid, 90_000, 20);
    if (!back) throw new Error("The database did not come back.");
  }

  /** What is kept now against what was said until now; `unheard` are those nobody got an answer to. */
  async function check() {
    const said = signing.said();
    const unheard = signing.unknown();
    const witness = await readWitness();
    const client = await connect();
    try {
      await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      const run = async (text: string, values: unknown[]) => (await client.query(text, values)).rows;
      return { unheard, ...(await checkKept(run, witness, said)) };
    } finally {
      await client.end();
    }
  }

  /** One password for all who sign; answers it. */
  async function givePasswords(): Promise<string> {
    const password = randomBytes(12).toString("hex");
    const client = await connect();
    try {
      await client.query(`UPDATE "User" SET "passwordHash" = $1`, [await hashPassword(password)]);
    } finally {
      await client.end();
    }
    return password;
  }

  async function unseen(): Promise<string[]> {
    await signing.kill();
    const client = await connect();
    try {
      return await unseenOffences(client, await readWitness(), signing.said());
    } finally {
      await client.end();
    }
  }

  /** Starts the server anew, from here on with commits that are acknowledged before they are written. */
  async function turnLazy(): Promise<void> {
    await signing.kill();
    await server.release();
    server = await openEmbedded(dataDir, secrets, { settings: LAZY });
    watch();
  }

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: server.superUrl("wavegate") });
    client.on("error", () => undefined);
    await client.connect();
    return client;
  }

  return { signing, kill, check, unseen, turnLazy };
}

function killNow(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // it has ended by itself
  }
}
