import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { encode } from "next-auth/jwt";
import pg from "pg";
import type { Actor } from "@/lib/access/model";
import type { JsonStatement } from "@/lib/db/pipeline";

const SECRET = "only-for-the-benchmark-only-for-the-benchmark";

export type Running = { address: string; stop: () => Promise<void> };

/** Starts the floor with its statements, each at the path of its name. */
export async function startFloor(statements: Record<string, JsonStatement>): Promise<Running> {
  const port = await freePort();
  const env = { ...process.env, BENCH_PORT: String(port), BENCH_STATEMENTS: JSON.stringify(statements) };
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "bench/floor-server.ts"],
    {
      env,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    },
  );
  await new Promise((resolve) => child.once("message", resolve));
  return { address: `http://127.0.0.1:${port}`, stop: () => stop(child) };
}

/** Starts the built product on the same database; null when it has not been built. */
export async function startProduct(): Promise<Running | null> {
  if (!existsSync(".next/BUILD_ID")) return null;
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    NEXTAUTH_SECRET: SECRET,
    NEXTAUTH_URL: address,
  };
  const child = spawn(
    process.execPath,
    ["node_modules/next/dist/bin/next", "start", "-p", String(port), "-H", "127.0.0.1"],
    { env, stdio: "ignore" },
  );
  for (let tries = 0; tries < 100; tries += 1) {
    const up = await fetch(`${address}/api/health`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (up) return { address, stop: () => stop(child) };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await stop(child);
  throw new Error("the built product did not come up");
}

/** A login session of the actor, and the cookie that names it. */
export async function openSession(
  ownerUrl: string,
  actor: Actor,
): Promise<{ sessionId: string; cookie: string }> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ id: string }>(
    `INSERT INTO "LoginSession" (id, "userId", "createdAt", "lastSeenAt", "expiresAt", method, address, agent)
      VALUES (gen_random_uuid(), $1, now(), now(), now() + interval '1 hour', 'bench', '127.0.0.1', 'bench') RETURNING id`,
    [actor.userId],
  );
  await owner.end();
  const sessionId = rows[0]?.id ?? "";
  const token = await encode({ token: { sessionId }, secret: SECRET });
  return { sessionId, cookie: `next-auth.session-token=${token}` };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const found = probe.address();
      probe.close(() => resolve(typeof found === "object" && found !== null ? found.port : 0));
    });
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
