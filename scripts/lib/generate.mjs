import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { inProject, root } from "./paths.mjs";
import { schemaFiles } from "./schema-files.mjs";
import { Refusal } from "./steps.mjs";

/**
 * Generates the database client from the schema files, unless that was done for exactly these files.
 * @returns a word for the step's line
 */
export function generateClient() {
  const marker = inProject("prisma/generated", "schema-hash");
  const hash = schemaHash();
  if (existsSync(marker) && readFileSync(marker, "utf8") === hash) return "unchanged";
  // `generate` looks for the schema engine, which is a download, and never runs it: any program will do, here only.
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  };
  const cli = inProject("node_modules/prisma/build/index.js");
  const result = spawnSync(process.execPath, [cli, "generate", "--no-hints"], {
    cwd: root,
    env,
    encoding: "utf8",
  });
  if (result.status !== 0)
    throw new Refusal(`The database client could not be generated:\n${result.stdout}${result.stderr}`);
  writeFileSync(marker, hash);
  return "generated";
}

function schemaHash() {
  const hash = createHash("sha256").update(readFileSync(inProject("node_modules/prisma/package.json")));
  for (const { path, content } of schemaFiles())
    hash.update(path.slice(root.length)).update("\0").update(content).update("\0");
  return hash.digest("hex");
}
