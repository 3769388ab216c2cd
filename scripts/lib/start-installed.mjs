import { buildProduct } from "./build.mjs";
import { migrate, openDatabase, productEnv, readEnvFile } from "./database.mjs";
import { createDemo, wantedDemo } from "./demo.mjs";
import { endOnce } from "./ending.mjs";
import { checkExternal, externalAddresses } from "./external.mjs";
import { dataDirFrom, openDataDir } from "./folders.mjs";
import { generateClient } from "./generate.mjs";
import { claimPort } from "./port.mjs";
import { say, seconds, step } from "./steps.mjs";

/** Everything of a start that needs the packages. Comes back when the product is served. */
export async function startInstalled(flags, { dev, begun }) {
  readEnvFile();
  const addresses = externalAddresses();
  const host = process.env.WAVEGATE_HOST ?? "127.0.0.1";
  const dataDir = dataDirFrom(flags.dataDir);
  openDataDir(dataDir);
  await claimPort(host, flags.port, dataDir);
  if (addresses) await checkExternal(addresses);
  const ending = endOnce();
  try {
    await bringUp({ ...flags, host, dev }, ending);
  } catch (error) {
    await ending.undo();
    throw error;
  }
  say(`\nWavegate is ready after ${seconds(begun)}: ${process.env.NEXTAUTH_URL}`);
  say(process.env.WAVEGATE_DEMO === "1" ? DEMO_SIGN_IN : ACCOUNT_SIGN_IN);
}

async function bringUp(options, ending) {
  const { host, port, dev } = options;
  await step("database client", generateClient);
  if (!dev) await step("build", () => buildProduct({ force: options.rebuild }));
  const database = await step("database", () => openNoted(options, ending), describeServer);
  if (database.embedded?.moved) say(`    ${database.embedded.moved}`);
  await step("migrations", () => migrate(database), describeApplied);
  const demo = offersDemo(database, options);
  const env = { ...productEnv(database), NEXTAUTH_URL: process.env.NEXTAUTH_URL || `http://${host}:${port}` };
  const story = demo ? await wantedDemo(database, options) : null;
  if (story) await step("demo program", () => createDemo(env, { ...story, demoDay: options.demoDay }));
  const mode = { NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" };
  Object.assign(process.env, env, mode, { WAVEGATE_DEMO: demo ? "1" : "0" });
  await step("web server", () => serveNoted({ host, port, dev }, ending));
  database.embedded?.keepAlive(say);
}

const DEMO_SIGN_IN =
  'Sign in there with one of the buttons "Continue as …"; the demo program is at /p/demo.\nCtrl-C stops it.';
const ACCOUNT_SIGN_IN =
  "Sign in there with your e-mail address and password; the first administrator is made with\n  npm run admin -- create --email you@example.com\nCtrl-C stops it.";

async function openNoted({ dataDir, port }, ending) {
  const database = await openDatabase({ dataDir, what: { port } });
  ending.add(() => database.release());
  return database;
}

async function serveNoted(options, ending) {
  const { serveWeb } = await import("./web-server.mjs");
  const web = await serveWeb(options);
  ending.add(() => web.close());
}

/** The demo's sign-in asks for no password: only with the embedded database, and only on this machine. */
function offersDemo({ embedded }, { demo, host }) {
  return Boolean(embedded) && demo && ["127.0.0.1", "::1", "localhost"].includes(host);
}

function describeServer({ embedded }) {
  if (!embedded) return "as DATABASE_URL says";
  return `${embedded.adopted ? "running already" : "started"} on 127.0.0.1:${embedded.port}`;
}

function describeApplied(names) {
  return names.length === 0 ? "current" : `applied ${names.length}`;
}
