import pg from "pg";

/** The group that carries every right of the product; it cannot log in and owns nothing. */
export const APP_ROLE = "wavegate_app";
export const OWNER = "wavegate_owner";
export const WEB = "wavegate_web";
export const DATABASE = "wavegate";

/**
 * Brings the logins of an embedded server to what the product expects; the same again changes nothing.
 * @param superUrl address of the database `postgres` with the superuser's login
 * @param secrets the passwords of owner and web
 */
export async function ensureRoles(superUrl, { ownerPassword, webPassword }) {
  await withClient(superUrl, async (client) => {
    await ensureRole(client, APP_ROLE, "NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE");
    const owner = `LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB CREATEROLE PASSWORD ${client.escapeLiteral(ownerPassword)}`;
    await ensureRole(client, OWNER, owner);
    const web = `LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD ${client.escapeLiteral(webPassword)}`;
    await ensureRole(client, WEB, web);
    await client.query(`GRANT ${APP_ROLE} TO ${WEB}`);
  });
}

/** Creates a database owned by the owner's login when there is none of that name. */
export async function ensureDatabase(superUrl, name = DATABASE, { template = "template1" } = {}) {
  await withClient(superUrl, async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${name} OWNER ${OWNER} TEMPLATE ${template}`);
    await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${APP_ROLE}`);
  });
}

/**
 * Opens one connection for the time of `work`.
 * @template Result
 * @param {string} connectionString
 * @param {(client: pg.Client) => Promise<Result>} work
 * @returns {Promise<Result>} what `work` returned
 */
export async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5000 });
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function ensureRole(client, name, attributes) {
  const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [name]);
  await client.query(`${rowCount === 0 ? "CREATE" : "ALTER"} ROLE ${name} ${attributes}`);
}
