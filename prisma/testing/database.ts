import pg from "pg";
import { inject } from "vitest";

const TEMPLATE = "wavegate";

/** Runs SQL as the login that owns the tables: for what only an attacker or a migration would do. */
export async function asOwner<Row extends pg.QueryResultRow>(
  text: string,
  values?: unknown[],
): Promise<Row[]> {
  return poolOf(requireUrl("DATABASE_OWNER_URL"), 2)
    .query<Row>(text, values)
    .then(({ rows }) => rows);
}

/** Runs SQL as the login of the product, without an actor: row-level security shows it nothing. */
export async function asWeb<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]> {
  return poolOf(requireUrl("DATABASE_URL"), 8)
    .query<Row>(text, values)
    .then(({ rows }) => rows);
}

/**
 * Runs SQL as a superuser, past row-level security: for arranging and for looking at what is really there.
 * The product has no such login.
 */
export async function asSuperuser<Row extends pg.QueryResultRow>(
  text: string,
  values?: unknown[],
): Promise<Row[]> {
  const url = new URL(inject("cluster").superUrl);
  url.pathname = new URL(requireUrl("DATABASE_URL")).pathname;
  return poolOf(url.href, 2)
    .query<Row>(text, values)
    .then(({ rows }) => rows);
}

/** A connection of its own with the product's login, for tests of sessions and pooling; the caller ends it. */
export async function connectAsWeb(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: requireUrl("DATABASE_URL") });
  await client.connect();
  return client;
}

/**
 * Makes another database, a copy of the migrated template unless `template` names another (`template1`: an empty one).
 * @returns its addresses with the owner's and the product's login
 */
export async function makeDatabase(name: string, template = TEMPLATE) {
  const { superUrl, port, ownerPassword, webPassword } = inject("cluster");
  await onServer(superUrl, async (client) => {
    // Two copies of one template at once get in each other's way.
    await client.query("SELECT pg_advisory_lock(1)");
    await client.query(`CREATE DATABASE ${name} OWNER wavegate_owner TEMPLATE ${template}`);
  });
  const address = (user: string, password: string) =>
    `postgresql://${user}:${password}@127.0.0.1:${port}/${name}`;
  return { ownerUrl: address("wavegate_owner", ownerPassword), webUrl: address("wavegate_web", webPassword) };
}

/** Removes a database, whoever is still connected. */
export async function dropDatabase(name: string): Promise<void> {
  await onServer(inject("cluster").superUrl, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${name} (FORCE)`),
  );
}

/** Ends every connection that the functions above and the product's own client have opened. */
export async function closeTestConnections(): Promise<void> {
  await Promise.all([...pools.values()].map((pool) => pool.end()));
  pools.clear();
  await heldClient()?.$disconnect();
}

const pools = new Map<string, pg.Pool>();

function poolOf(connectionString: string, max: number): pg.Pool {
  const known = pools.get(connectionString);
  if (known !== undefined) return known;
  const pool = new pg.Pool({ connectionString, max });
  // A database is dropped while the server may still be saying goodbye to these: that is no failure of a test.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  pools.set(connectionString, pool);
  return pool;
}

/** The product keeps its client on `globalThis` (`lib/db/client.ts`); loading that file here would open one. */
function heldClient(): { $disconnect(): Promise<void> } | undefined {
  return (globalThis as { wavegatePrisma?: { $disconnect(): Promise<void> } }).wavegatePrisma;
}

async function onServer(
  connectionString: string,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function requireUrl(variable: "DATABASE_URL" | "DATABASE_OWNER_URL"): string {
  const url = process.env[variable];
  if (!url) throw new Error(`${variable} is not set: is this test named *.db.test.ts?`);
  return url;
}
