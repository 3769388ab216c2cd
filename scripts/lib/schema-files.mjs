import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inProject, root } from "./paths.mjs";

const FOLDER = "prisma/schema";

/** The schema files as they lie in the folder now: `{path, content}`, in a fixed order. */
export function schemaFiles(folder = inProject(FOLDER)) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".prisma"))
    .sort();
  return names.map((name) => ({
    path: join(folder, name),
    content: readFileSync(join(folder, name), "utf8"),
  }));
}

/** The schema files of a commit; none when that commit, or git, has none. */
export function schemaFilesOf(commit, cwd = root) {
  const names = git(cwd, "ls-tree", "--name-only", commit, `${FOLDER}/`)
    .split("\n")
    .filter((name) => name.endsWith(".prisma"));
  return names.map((name) => ({ path: join(cwd, name), content: git(cwd, "show", `${commit}:${name}`) }));
}

function git(cwd, ...args) {
  try {
    return execFileSync("git", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return "";
  }
}
