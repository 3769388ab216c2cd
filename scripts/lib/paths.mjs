import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of package.json, without a trailing slash. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A path inside the project, absolute. */
export function inProject(...parts) {
  return join(root, ...parts);
}
