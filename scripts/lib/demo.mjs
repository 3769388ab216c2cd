import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runTypeScript } from "./child.mjs";
import { inProject } from "./paths.mjs";
import { withClient } from "./roles.mjs";
import { Refusal } from "./steps.mjs";

/**
 * Whether the demo is to be created: no program yet, a new one asked for, or the last telling was cut off.
 * @returns null, or `{reset}`: whether what is there of it is set aside first
 */
export async function wantedDemo({ embedded, dataDir }, { resetDemo }) {
  if (!existsSync(inProject("prisma/seed.ts"))) return null;
  const programs = await withClient(embedded.superUrl("wavegate"), async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM "Program" LIMIT 1');
    return rowCount;
  });
  if (programs === 0) return { reset: false };
  return resetDemo || existsSync(unfinishedNote(dataDir)) ? { reset: true } : null;
}

/** Tells the demo's story through the product's own commands; a note stays behind while it is not told to its end. */
export async function createDemo(env, { reset, demoDay }) {
  const note = unfinishedNote(env.WAVEGATE_DATA_DIR);
  writeFileSync(note, "");
  const more = { ...(demoDay && { WAVEGATE_DEMO_DAY: demoDay }), WAVEGATE_RESET_DEMO: reset ? "1" : "0" };
  const seedEnv = { ...process.env, ...env, ...more, WAVEGATE_DEMO: "1" };
  const { code, output } = await runTypeScript("prisma/seed.ts", [], { env: seedEnv });
  if (code !== 0) throw new Refusal(`The demo program could not be created:\n${output}`);
  rmSync(note, { force: true });
}

function unfinishedNote(dataDir) {
  return join(dataDir, "demo-unfinished");
}
