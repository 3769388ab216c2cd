import { runNode, runTypeScript } from "./lib/child.mjs";
import { generateClient } from "./lib/generate.mjs";
import { inProject } from "./lib/paths.mjs";
import { needsInstall, refuseOldNode } from "./lib/preflight.mjs";
import { Refusal, runCommand } from "./lib/steps.mjs";

/** Proofs that take longer than a run of the tests should: by name, what runs the whole of it. */
const PROOFS = {
  interleavings: () =>
    runNode(
      [
        ...[inProject("node_modules/vitest/vitest.mjs"), "run", "--project", "db"],
        "lib/gates/commands/interleavings.db.test.ts",
      ],
      { env: { ...process.env, WAVEGATE_INTERLEAVINGS: "1000" }, stdio: "inherit" },
    ),
  kills: (args) => runTypeScript("scripts/cli/prove-kills.ts", args, { stdio: "inherit" }),
};

refuseOldNode();
await runCommand(async () => {
  if (needsInstall()) throw new Refusal("The packages are not installed yet; run npm ci --include=dev.");
  const name = process.argv[2] ?? "";
  if (!Object.hasOwn(PROOFS, name))
    throw new Refusal(`Say what is to be proved: npm run prove -- ${Object.keys(PROOFS).join(" | ")}`);
  generateClient();
  const { code } = await PROOFS[name](process.argv.slice(3));
  process.exitCode = code;
});
