import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { runNode } from "./child.mjs";
import { readJson } from "./folders.mjs";
import { inProject } from "./paths.mjs";

/** The tests have databases of their own, whatever the environment or `.env` says. */
export function forgetEnvironment() {
  const ours = (name) =>
    /^(DATABASE_|NEXTAUTH_|WAVEGATE_|PG[A-Z]+$)/.test(name) || ["PORT", "NODE_ENV"].includes(name);
  for (const name of Object.keys(process.env).filter(ours)) delete process.env[name];
  Object.assign(process.env, { WAVEGATE_EMBEDDED: "1", NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1" });
}

/** Runs one project of vitest and counts its tests; skipped ones count as failed. */
export async function vitest(project) {
  return withReport(async (report) => {
    const cli = inProject("node_modules/vitest/vitest.mjs");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const { code, output } = await runNode([cli, "run", "--project", project, ...reporters]);
    const json = readJson(report);
    const brokenFiles =
      json?.testResults?.filter((file) => file.status === "failed" && file.assertionResults.length === 0) ??
      [];
    const failed =
      (json?.numFailedTests ?? 0) +
      (json?.numPendingTests ?? 0) +
      (json?.numTodoTests ?? 0) +
      brokenFiles.length;
    const passed = json?.numPassedTests ?? 0;
    return { passed, failed: atLeastOne(failed, code), output: output + inShort(faultsIn(json)) };
  });
}

function faultsIn(json) {
  return (json?.testResults ?? []).flatMap(({ name: file, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === "failed")
      .map(({ fullName, failureMessages }) => ({
        name: `${relative(inProject("."), file)} ${fullName}`,
        messages: failureMessages,
      })),
  );
}

const TOLD = 5;
const CHARACTERS = 900;

/** What failed and why once more, so short that the end of a long run tells it. */
export function inShort(faults) {
  if (faults.length === 0) return "";
  const lines = faults.slice(0, TOLD).map(({ name, messages }) => {
    const said = stripVTControlCharacters(messages.join(" | ")).replace(/\s+/g, " ");
    return `- ${name}: ${said.slice(0, CHARACTERS)}`;
  });
  const more = faults.length > TOLD ? [`- and ${faults.length - TOLD} more`] : [];
  return ["", "In short:", ...lines, ...more, ""].join("\n");
}

/** Gives `work` the path of a report file that lasts as long as it does. */
export async function withReport(work) {
  const folder = mkdtempSync(join(tmpdir(), "wavegate-report-"));
  try {
    return await work(join(folder, "report.json"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A run that ended badly has failed, even when no single test says so. */
export function atLeastOne(failed, code) {
  return code !== 0 && failed === 0 ? 1 : failed;
}
