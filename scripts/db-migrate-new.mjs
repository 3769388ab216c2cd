import { parseArgs } from "node:util";
import { writeMigration } from "./lib/migrations.mjs";
import { schemaFiles, schemaFilesOf } from "./lib/schema-files.mjs";
import { Refusal, runCommand, say } from "./lib/steps.mjs";

// Migrations are written from the schema files of the last commit to those of the working tree.
await runCommand(async () => {
  const { values } = parseArgs({
    options: { name: { type: "string" }, since: { type: "string", default: "HEAD" } },
  });
  if (!/^[a-z0-9_]+$/.test(values.name ?? "")) {
    throw new Refusal(
      "Name the change: npm run db:migrate:new -- --name add_waves (lower case, digits, underscores).",
    );
  }
  const to = schemaFiles();
  if (to.length === 0) throw new Refusal("There are no schema files in prisma/schema.");
  const file = await writeMigration({
    name: values.name,
    from: schemaFilesOf(values.since),
    to,
    now: new Date(),
  });
  say(
    file
      ? `Wrote ${file}: read it, and add the policies and grants of new tables.`
      : "The schema has not changed.",
  );
});
