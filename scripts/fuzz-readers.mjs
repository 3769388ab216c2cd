import { runTypeScript } from "./lib/child.mjs";
import { needsInstall, refuseOldNode } from "./lib/preflight.mjs";
import { Refusal, runCommand } from "./lib/steps.mjs";

refuseOldNode();
await runCommand(async () => {
  if (needsInstall()) throw new Refusal("The packages are not installed yet; run npm ci --include=dev.");
  const { code } = await runTypeScript("scripts/cli/fuzz-readers.ts", process.argv.slice(2), {
    stdio: "inherit",
  });
  process.exitCode = code;
});
