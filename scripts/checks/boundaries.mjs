import { existsSync, rmSync, writeFileSync } from "node:fs";
import { runNode } from "../lib/child.mjs";
import { inProject } from "../lib/paths.mjs";

const WHERE = [
  "app",
  "components",
  "lib",
  "proxy.ts",
  "instrumentation.ts",
  "prisma",
  "scripts",
  "bench",
  "e2e",
];

/** @returns the broken rules as text, null when there are none */
export async function brokenBoundaries() {
  const { code, output, modules } = await cruise(WHERE.filter((path) => existsSync(inProject(path))));
  if (modules === 0) return `No module was examined, so nothing was proved.\n${output}`;
  return code === 0 ? null : output;
}

/**
 * Plants offences and expects each to be seen.
 * @returns the names of rules that let theirs pass
 */
export async function blindBoundaries() {
  const tag = `zz-planted-${process.pid}`;
  const plants = [
    { rule: "level-of-kernel", file: `lib/kernel/${tag}.ts`, text: 'import "@/lib/db/client";' },
    { rule: "lib-without-next", file: `lib/kernel/${tag}-b.ts`, text: 'import "next/headers";' },
    { rule: "components-are-fed", file: `components/${tag}.tsx`, text: 'import "@/lib/db/client";' },
    { rule: "app-without-sql", file: `app/${tag}.ts`, text: 'import "@/lib/db/client";' },
    ...["prisma/demo", "prisma/testing", "scripts/cli", "bench", "e2e"].map((folder) => circle(folder, tag)),
  ];
  try {
    for (const { file, text } of plants) writeFileSync(inProject(file), `${text}\n`);
    const { output } = await cruise(plants.map(({ file }) => file).filter(isLookedAt));
    return plants
      .filter(({ rule, file }) => !output.includes(`${rule}: ${file}`))
      .map(({ rule, file }) => `${rule} in ${file}`);
  } finally {
    for (const { file } of plants) rmSync(inProject(file), { force: true });
  }
}

/** A file that imports its own type: the shortest circle. */
function circle(folder, tag) {
  const file = `${folder}/${tag}.ts`;
  return {
    rule: "no-cycles",
    file,
    text: `import type { A } from "./${tag}";\nexport type A = Readonly<A>;`,
  };
}

function isLookedAt(file) {
  return WHERE.some((path) => file === path || file.startsWith(`${path}/`));
}

async function cruise(paths) {
  const cli = inProject("node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const { code, output } = await runNode([
    cli,
    "--config",
    ".dependency-cruiser.mjs",
    "--no-cache",
    ...paths,
  ]);
  const modules = Number(/(\d+) modules?,/.exec(output)?.[1] ?? 0);
  return { code, output, modules };
}
