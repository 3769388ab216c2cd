import { refuseOldNode } from "./lib/preflight.mjs";

refuseOldNode();
const { start } = await import("./lib/start-command.mjs");
await start(process.argv.slice(2), { dev: true });
