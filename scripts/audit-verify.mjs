import { refuseOldNode } from "./lib/preflight.mjs";

refuseOldNode();
const { runTool } = await import("./lib/tool.mjs");
await runTool("scripts/cli/audit-verify.ts");
