import { runNode } from "./lib/child.mjs";
import { inProject } from "./lib/paths.mjs";
import { needsInstall, refuseOldNode } from "./lib/preflight.mjs";
import { Refusal, runCommand } from "./lib/steps.mjs";

/** Proofs that take longer than a run of the tests should: by name, the file and what makes it the whole proof. */
const PROOFS = {
  interleavings: {
    file: "lib/gates/commands/interleavings.db.test.ts",
    env: { WAVEGATE_INTERLEAVINGS: "1000" },
  },
};

refuseOldNode();
await runCommand(async () => {
  if (needsInstall()) throw new Refusal("The packages are not installed yet; run npm ci --include=dev.");
  const name = process.argv[2] ?? "";
  if (!Object.hasOwn(PROOFS, name))
    throw new Refusal(`Say what is to be proved: npm run prove -- ${Object.keys(PROOFS).join(" | ")}`);
  const { file, env } = PROOFS[name];
  const { code } = await runNode(
    [inProject("node_modules/vitest/vitest.mjs"), "run", "--project", "db", file],
    { env: { ...process.env, ...env }, stdio: "inherit" },
  );
  process.exitCode = code;
});
