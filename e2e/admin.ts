import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ADMIN = fileURLToPath(new URL("../scripts/admin.mjs", import.meta.url));

/** Does something by the command line as an operator would; `input` is what they type. */
export function admin(args: string[], input = ""): void {
  const dataDir = process.env.WAVEGATE_E2E_DIR ?? "";
  const { status, stderr } = spawnSync(process.execPath, [ADMIN, ...args, "--data-dir", dataDir], {
    input: `${input}\n`,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`admin ${args[0]} failed: ${stderr}`);
}
