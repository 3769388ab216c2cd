// Runs before anything is installed, on any Node: only built-in modules until the preflight has passed.
import { refuseOldNode } from "./lib/preflight.mjs";

refuseOldNode();
const { start } = await import("./lib/start-command.mjs");
await start(process.argv.slice(2));
