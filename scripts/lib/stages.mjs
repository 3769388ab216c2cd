import { existsSync, readdirSync, readFileSync } from "node:fs";
import { blindBoundaries, brokenBoundaries } from "../checks/boundaries.mjs";
import { blindSpots, structureProblems } from "../checks/structure.mjs";
import { buildProduct } from "./build.mjs";
import { endChildren, runNode } from "./child.mjs";
import { endToEnd } from "./end-to-end.mjs";
import { generateClient } from "./generate.mjs";
import { missingPlatforms } from "./lockfile.mjs";
import { inProject } from "./paths.mjs";
import { tally } from "./tally.mjs";
import { forgetEnvironment, vitest } from "./test-runs.mjs";

const STAGES = [
  ["lockfile", async () => incompleteLockfile()],
  ["generate", async () => void generateClient()],
  [
    "format and lint",
    () => tool("node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."),
  ],
  ["types", () => tool("node_modules/typescript/bin/tsc", "--noEmit", "--pretty", "false")],
  ["boundaries", brokenBoundaries],
  ["boundaries see", async () => unseen(await blindBoundaries())],
  ["structure", async () => structureProblems().join("\n") || null],
  ["structure sees", async () => unseen(blindSpots())],
  ["dead code", () => tool("node_modules/knip/bin/knip.js", "--no-progress")],
  ["unit", () => vitest("unit")],
  ["db", () => vitest("db")],
  ["build", async () => void (await buildProduct({ force: process.env.CI === "true" }))],
  ["start", startTests],
  ["e2e", endToEnd],
];

/**
 * Runs the stages in order; a failed one does not keep the others from telling what they know.
 * @param args `--no-e2e`, or `--only a,b` with names of stages
 */
export async function runStages(args) {
  forgetEnvironment();
  process.on("exit", () => endChildren("SIGTERM"));
  const wanted = chosen(args);
  for (const [name, work] of STAGES) if (wanted(name)) await tally.stage(name, work);
  process.exit(tally.failed > 0 ? 1 : 0);
}

function chosen(args) {
  const at = args.indexOf("--only");
  if (at < 0) return (name) => name !== "e2e" || !args.includes("--no-e2e");
  const names = (args[at + 1] ?? "").split(",");
  const unknown = names.filter((name) => !STAGES.some(([stage]) => stage === name));
  if (unknown.length === 0) return (name) => names.includes(name);
  throw new Error(
    `There is no stage ${unknown.join(", ")}; there are ${STAGES.map(([name]) => name).join(", ")}.`,
  );
}

async function tool(...args) {
  const { code, output } = await runNode([inProject(args[0]), ...args.slice(1)]);
  return code === 0 ? null : output || `${args[0]} ended with ${code}.`;
}

function incompleteLockfile() {
  const missing = Object.keys(
    missingPlatforms(JSON.parse(readFileSync(inProject("package-lock.json"), "utf8"))),
  );
  if (missing.length === 0) return null;
  return `package-lock.json lacks ${missing.length} packages of other platforms: node scripts/complete-lockfile.mjs`;
}

function unseen(names) {
  return names.length === 0 ? null : `Planted offences went unseen: ${names.join(", ")}.`;
}

async function startTests() {
  const files = readdirSync(inProject("scripts/checks")).filter((name) => name.endsWith(".test.mjs"));
  if (files.length === 0 || !existsSync(inProject(".next/wavegate-sources")))
    return "The start tests need a build.";
  const { code, output } = await runNode([
    "--test",
    "--test-reporter=tap",
    ...files.map((name) => `scripts/checks/${name}`),
  ]);
  const count = (word) => Number(new RegExp(`^# ${word} (\\d+)`, "m").exec(output)?.[1] ?? 0);
  const failed = count("fail") + count("cancelled") + count("skipped");
  return { passed: count("pass"), failed: code !== 0 && failed === 0 ? 1 : failed, output };
}
