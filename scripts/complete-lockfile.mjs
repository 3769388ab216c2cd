import { readFileSync, writeFileSync } from "node:fs";
import { missingPlatforms } from "./lib/lockfile.mjs";
import { inProject } from "./lib/paths.mjs";

// To be run after `npm install` has changed the lockfile: `node scripts/complete-lockfile.mjs`.
const file = inProject("package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8"));
const missing = missingPlatforms(lock);
const [own, ...others] = Object.entries({ ...lock.packages, ...missing });
lock.packages = Object.fromEntries([own, ...others.sort(([a], [b]) => a.localeCompare(b, "en"))]);
if (Object.keys(missing).length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`Added ${Object.keys(missing).length} packages of other platforms.`);
