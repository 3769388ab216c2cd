import { parseArgs } from "node:util";
import { migrate, openDatabase, readEnvFile } from "./lib/database.mjs";
import { runCommand, say } from "./lib/steps.mjs";

await runCommand(async () => {
  const { values } = parseArgs({ options: { "data-dir": { type: "string" } } });
  readEnvFile();
  const database = await openDatabase({ dataDir: values["data-dir"] });
  try {
    const applied = await migrate(database);
    say(applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`);
  } finally {
    await database.release();
  }
});
