import { runTypeScript } from "./child.mjs";
import { migrate, openDatabase, productEnv, readEnvFile } from "./database.mjs";
import { endOnce } from "./ending.mjs";
import { generateClient } from "./generate.mjs";

/** Opens and migrates the database, runs the tool on it and lets the database go. @returns the tool's exit code */
export async function onDatabase(entry, args, dataDir) {
  readEnvFile();
  const ending = endOnce();
  generateClient();
  const database = await openDatabase({ dataDir });
  ending.add(() => database.release());
  try {
    await migrate(database);
    const env = { ...process.env, ...productEnv(database), NODE_ENV: process.env.NODE_ENV || "production" };
    const { code } = await runTypeScript(entry, args, { env, stdio: "inherit" });
    return code;
  } finally {
    await ending.undo();
  }
}
