import { install, needsInstall } from "./preflight.mjs";
import { HELP, startFlags } from "./start-flags.mjs";
import { Refusal, runCommand, say, step } from "./steps.mjs";

/**
 * From a fresh clone to a product that is served, in order, each step with its time.
 * @param args the command line
 * @param dev with the development server instead of a build
 */
export async function start(args, { dev = false } = {}) {
  await runCommand(async () => {
    const flags = startFlags(args);
    if (flags.help) return say(HELP);
    const begun = performance.now();
    if (needsInstall()) await step("install packages", installPackages);
    const { startInstalled } = await import("./start-installed.mjs");
    await startInstalled(flags, { dev, begun });
  });
}

function installPackages() {
  const problem = install();
  if (problem) throw new Refusal(problem);
  return "from package-lock.json";
}
