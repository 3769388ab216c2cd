import { writeSync } from "node:fs";

const counts = { passed: 0, failed: 0 };
let unfinished = null;

/**
 * Counts what was checked. A stage returns null when it holds, a text that says what is wrong, or
 * `{passed, failed, output}` when it counted itself; one that throws has failed.
 */
export const tally = {
  async stage(name, work) {
    unfinished = name;
    const begun = performance.now();
    const { passed, failed, output } = await outcome(work);
    counts.passed += passed;
    counts.failed += failed;
    unfinished = null;
    if (failed > 0 && output) print(`${output.trimEnd()}\n`);
    const verdict = failed === 0 ? "ok" : "FAILED";
    const time = `${((performance.now() - begun) / 1000).toFixed(1)} s`;
    print(
      `${verdict.padEnd(7)} ${name.padEnd(18)} ${time.padStart(8)}  ${passed} passed${failed > 0 ? `, ${failed} failed` : ""}\n`,
    );
    return failed === 0;
  },
  get failed() {
    return counts.failed;
  },
};

/** Prints the tally as the very last line, however the process ends, and makes the exit code follow it. */
export function bookAtExit() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));
  process.on("exit", (code) => {
    if (unfinished !== null || (code !== 0 && counts.failed === 0)) counts.failed += 1;
    if (unfinished !== null) print(`FAILED  ${unfinished} was not finished\n`);
    process.exitCode = counts.failed > 0 ? 1 : 0;
    print(`${counts.passed} passed, ${counts.failed} failed\n`);
  });
}

async function outcome(work) {
  try {
    const result = await work();
    if (result === null || result === undefined) return { passed: 1, failed: 0, output: "" };
    return typeof result === "string" ? { passed: 0, failed: 1, output: result } : result;
  } catch (error) {
    return { passed: 0, failed: 1, output: error?.stack ?? String(error) };
  }
}

/** Synchronous, so that nothing is lost and nothing overtakes the tally. */
function print(text) {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(1, rest));
    } catch (error) {
      if (error.code !== "EAGAIN") return;
    }
  }
}
