// Runs before anything is installed: only built-in modules until the packages are there. Its last line is always the tally.
import { install, needsInstall, refuseOldNode } from "./lib/preflight.mjs";
import { bookAtExit, tally } from "./lib/tally.mjs";

bookAtExit();
refuseOldNode();
const only = process.argv.slice(2);
if (process.env.CI === "true" || needsInstall()) await tally.stage("install", async () => install());
const { runStages } = await import("./lib/stages.mjs");
await runStages(only);
