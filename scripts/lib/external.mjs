import { APP_ROLE, withClient } from "./roles.mjs";
import { Refusal } from "./steps.mjs";

/** The two addresses of a server of one's own, from the environment; null when there are none. */
export function externalAddresses(env = process.env) {
  const { DATABASE_URL: webUrl, DATABASE_OWNER_URL: ownerUrl } = env;
  if (env.WAVEGATE_EMBEDDED === "1" || (!webUrl && !ownerUrl)) return null;
  if (!webUrl)
    throw new Refusal(
      "DATABASE_OWNER_URL is set but DATABASE_URL is not: set it to the login the product uses.",
    );
  if (!ownerUrl)
    throw new Refusal(
      "DATABASE_URL is set but DATABASE_OWNER_URL is not: set it to the login that owns the tables.",
    );
  return { webUrl, ownerUrl };
}

/** Refuses, in one sentence, a server that is silent and a product login that could go around the rules. */
export async function checkExternal({ webUrl, ownerUrl }) {
  await answering("DATABASE_OWNER_URL", ownerUrl, (client) => client.query("SELECT 1"));
  const powers = await answering("DATABASE_URL", webUrl, readPowers);
  const reasons = [
    powers.superuser && "is a superuser",
    powers.bypasses && "has BYPASSRLS",
    powers.owns && "owns tables, or belongs to the role that does",
  ].filter(Boolean);
  if (reasons.length === 0) return;
  throw new Refusal(
    `The login "${powers.name}" of DATABASE_URL ${reasons.join(" and ")}, so row-level security would not bind it; give the product a login of its own.`,
  );
}

/** After the migrations: the product's login has to be in the group that carries the rights. */
export async function joinGroup({ webUrl, ownerUrl }) {
  const name = await withClient(webUrl, async (client) => {
    const { rows } = await client.query("SELECT current_user AS name, pg_has_role($1, 'USAGE') AS member", [
      APP_ROLE,
    ]);
    return rows[0].member ? null : rows[0].name;
  });
  if (name === null) return;
  try {
    await withClient(ownerUrl, (client) =>
      client.query(`GRANT ${APP_ROLE} TO ${client.escapeIdentifier(name)}`),
    );
  } catch {
    throw new Refusal(
      `The login of DATABASE_URL lacks the product's rights; run as an administrator: GRANT ${APP_ROLE} TO "${name}";`,
    );
  }
}

async function readPowers(client) {
  const { rows } = await client.query(`
    SELECT r.rolname AS name, r.rolsuper AS superuser, r.rolbypassrls AS bypasses, EXISTS (
      SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
        AND c.relkind IN ('r', 'p') AND pg_has_role(c.relowner, 'MEMBER')) AS owns
    FROM pg_roles r WHERE r.rolname = current_user`);
  return rows[0];
}

async function answering(variable, url, work) {
  try {
    return await withClient(url, work);
  } catch (error) {
    const reason = error.message || error.code || "no answer";
    throw new Refusal(
      `The database of ${variable} (${withoutPassword(url)}) does not answer: ${reason.trim()}.`,
    );
  }
}

function withoutPassword(url) {
  try {
    const { host, pathname, username } = new URL(url);
    return `${username}@${host}${pathname}`;
  } catch {
    return "not an address";
  }
}
