/** Something a person has to put right: shown as its one sentence, without a stack. */
export class Refusal extends Error {}

let out = process.stdout;

/** Sends the steps to standard error, for tools whose standard output is their result. */
export function reportToStderr() {
  out = process.stderr;
}

/** Prints one line. */
export function say(line) {
  out.write(`${line}\n`);
}

/**
 * Runs `work` and prints its name with the time it took.
 * @param note what is shown behind it, from what `work` returned; by default that itself when it is text
 * @returns what `work` returned
 */
export async function step(name, work, note = (result) => (typeof result === "string" ? result : "")) {
  const begun = performance.now();
  const result = await work();
  say(`  ${name.padEnd(18)}${seconds(begun).padStart(8)}  ${note(result)}`.trimEnd());
  return result;
}

/** Seconds since `begun` (a `performance.now()`), as text. */
export function seconds(begun) {
  return `${((performance.now() - begun) / 1000).toFixed(1)} s`;
}

/** Runs a whole command: a refusal becomes its sentence and exit code 1, a bug keeps its stack. */
export async function runCommand(main) {
  try {
    await main();
  } catch (error) {
    process.stderr.write(error instanceof Refusal ? `${error.message}\n` : `${error?.stack ?? error}\n`);
    process.exit(1);
  }
}
