import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";

/** What Prisma's engine is asked to leave alone: nothing. */
export const EVERYTHING = { externalTables: [], externalEnums: [] };

let instantiated = null;

/**
 * Prisma's own schema engine, in the WebAssembly form that needs no download.
 * @param schemaFiles `{path, content}` of each schema file
 * @param connectionString the database it works on; null for work on schema files alone
 */
export async function openSchemaEngine(schemaFiles, connectionString) {
  instantiated ??= instantiate();
  await instantiated;
  const datamodels = schemaFiles.map(({ path, content }) => [path, content]);
  const factory = connectionString === null ? noDatabase() : wholeScripts(connectionString);
  return glue.SchemaEngine.new({ datamodels }, () => {}, bindSqlAdapterFactory(factory));
}

async function instantiate() {
  const folder = dirname(
    createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg"),
  );
  const bytes = readFileSync(join(folder, "schema_engine_bg.wasm"));
  const imports = { "./schema_engine_bg.js": { ...glue, ...patientTimers() } };
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

/** The engine never ends the timer that limits its wait for a lock; nobody should wait ten seconds for that. */
function patientTimers() {
  const names = Object.keys(glue).filter((name) => name.startsWith("__wbg_setTimeout"));
  return Object.fromEntries(names.map((name) => [name, (callback, ms) => setTimeout(callback, ms).unref()]));
}

/**
 * The adapter splits a script at every semicolon, also inside the body of a function. Sent as one simple query it
 * arrives whole, and PostgreSQL runs it as one transaction.
 */
function wholeScripts(connectionString) {
  const factory = new PrismaPg({ connectionString, max: 1, allowExitOnIdle: true, idleTimeoutMillis: 1 });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  };
  return factory;
}

/** Even to compare two texts the engine first asks which server it talks to, and nothing else. */
function noDatabase() {
  const identity = { columnNames: ["exists", "version", "numeric_version"], columnTypes: [5, 7, 0] };
  const adapter = {
    provider: "postgres",
    adapterName: "wavegate-no-database",
    queryRaw: async () => ({ ...identity, rows: [[true, "PostgreSQL 18.0", 180000]] }),
    executeRaw: refuse,
    executeScript: refuse,
    startTransaction: refuse,
    getConnectionInfo: () => ({ schemaName: "public", maxBindValues: 32767, supportsRelationJoins: true }),
    dispose: async () => {},
  };
  return { provider: adapter.provider, adapterName: adapter.adapterName, connect: async () => adapter };
}

async function refuse() {
  throw new Error("Comparing schema files must not touch a database.");
}
