import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../lib/paths.mjs";

const MOST_LINES = 400;
const TOPS = ["app", "bench", "components", "e2e", "lib", "prisma", "scripts"];
/** Modules that serve the others and have no rooms of their own. */
const FOUNDATIONS = ["kernel", "db", "access", "auth", "command", "jobs"];
const ROOM =
  /^(model|schema|rules|policy|labels|queries)(\.db)?(\.test)?\.ts$|^(model|rules|queries|commands|adapters)\/[a-z0-9-]+(\.db)?(\.test)?\.ts$/;
const SERVER_ROOM = /^lib\/[^/]+\/(queries|commands|adapters)(\/.*)?\.ts$/;
/** A read or write of rows by id; the group holds what it asks for. */
const BY_ID =
  /\.(\w+)\.(?:find(?:Unique|First)(?:OrThrow)?|(?:update|delete)(?:Many)?)\(\{\s*where: \{((?:[^{}]|\{[^{}]*\})*)\}/g;
const NAMELESS = /(^|\/)(index|utils?|helpers?|types|service|hooks|misc|common)\.[jt]sx?$/;
const KEBAB = /^[a-z0-9.-]+$/;

/** What of the tree breaks the structure, one sentence each. */
export function structureProblems(files = productFiles()) {
  const folders = new Set(files.map(({ path }) => path.slice(0, path.lastIndexOf("/"))));
  return files.flatMap(({ path, text }) => [
    ...nameProblems(path),
    ...roomProblems(path, text()),
    ...twiceProblems(path, folders),
    ...sizeProblems(path, text()),
    ...scopeProblems(path, text()),
  ]);
}

/** Plants one offence of each kind and says which went unseen: a check that cannot fail proves nothing. */
export function blindSpots() {
  const plants = [
    ["lib/waves/helpers.ts", "export {};"],
    ["lib/waves/extra.ts", "export {};"],
    ["lib/waves/commands/ApproveWave.ts", 'import "server-only";'],
    ["lib/waves/queries.ts", "export {};"],
    ["components/waves/long.tsx", "\n".repeat(MOST_LINES + 1)],
    ["lib/waves/model.ts", "export {};", "lib/waves/model/wave.ts"],
    [
      "lib/waves/queries/one.ts",
      'import "server-only"; tx.wave.findUnique({ where: { id: waveId }, select });',
    ],
    ["lib/waves/commands/go.ts", 'import "server-only"; tx.wave.update({ where: { id: waveId }, data });'],
  ];
  return plants
    .filter(([path, text, beside]) => structureProblems(planted(path, text, beside)).length === 0)
    .map(([path]) => path);
}

function planted(path, text, beside) {
  return [path, ...(beside === undefined ? [] : [beside])].map((one) => ({ path: one, text: () => text }));
}

function nameProblems(path) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (NAMELESS.test(path)) return [`${path}: a name that says nothing; name it after what it holds.`];
  if (!KEBAB.test(name)) return [`${path}: files are named in kebab-case.`];
  return [];
}

function roomProblems(path, text) {
  const [top, module, ...rest] = path.split("/");
  if (top !== "lib" || FOUNDATIONS.includes(module)) return [];
  const room = rest.join("/");
  if (/(^|\/)fixtures\//.test(room)) return [];
  if (!ROOM.test(room))
    return [
      `${path}: a module has model, schema, rules, policy, labels, queries (model, rules and queries also as folders), commands/, adapters/ and no other files.`,
    ];
  if (SERVER_ROOM.test(path) && !/\.test\.ts$/.test(path) && !text.includes('import "server-only"')) {
    return [`${path}: reads and writes begin with import "server-only".`];
  }
  return [];
}

/** A room is one file or one folder: with both, nobody knows where to look. */
function twiceProblems(path, folders) {
  const room = /^(lib\/[^/]+\/(model|rules|queries))\.ts$/.exec(path)?.[1];
  return room !== undefined && folders.has(room)
    ? [
        `${path}: ${room}/ is there too; put what this file holds into that folder, under the name of its noun.`,
      ]
    : [];
}

function sizeProblems(path, text) {
  const lines = text.split("\n").length;
  return lines > MOST_LINES
    ? [`${path}: ${lines} lines; ${MOST_LINES} are the most, look for the missing noun.`]
    : [];
}

/** Row-level security shows a program its own rows alone; that code says so itself holds where that once failed. */
function scopeProblems(path, text) {
  if (!/^lib\/[^/]+\/(commands|queries)\//.test(path) || /\.test\.ts$/.test(path)) return [];
  return [...text.matchAll(BY_ID)]
    .filter(
      ([, table, where]) =>
        table !== "user" && /\b(id|\w+Id)\b/.test(where) && !/\b(programId|chainId)/.test(where),
    )
    .map(([, table]) => `${path}: asks for a row of ${table} by id without naming the program.`);
}

function productFiles() {
  return TOPS.flatMap((top) => below(top)).map((path) => ({
    path,
    text: () => readFileSync(join(root, path), "utf8"),
  }));
}

function below(folder) {
  let entries;
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return path === "prisma/generated" ? [] : below(path);
    return /\.(ts|tsx|mjs|js)$/.test(entry.name) ? [path] : [];
  });
}
