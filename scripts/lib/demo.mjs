import { existsSync } from "node:fs";
import { runTypeScript } from "./child.mjs";
import { inProject } from "./paths.mjs";
import { withClient } from "./roles.mjs";
import { Refusal } from "./steps.mjs";

/** Whether the demo is to be created: there is a story to tell, and no program yet or a new one is asked for. */
export async function wantsDemo(embedded, { demo, resetDemo }) {
  if (!demo || !existsSync(inProject("prisma/seed.ts"))) return false;
  if (resetDemo) return true;
  return withClient(embedded.superUrl("wavegate"), async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM "Program" LIMIT 1');
    return rowCount === 0;
  });
}

/** Tells the demo's story through the product's own commands. */
export async function createDemo(env, { demoDay, resetDemo }) {
  const more = {
    ...(demoDay && { WAVEGATE_DEMO_DAY: demoDay }),
    ...(resetDemo && { WAVEGATE_RESET_DEMO: "1" }),
  };
  const seedEnv = { ...process.env, ...env, ...more, WAVEGATE_DEMO: "1" };
  const { code, output } = await runTypeScript("prisma/seed.ts", [], { env: seedEnv });
  if (code !== 0) throw new Refusal(`The demo program could not be created:\n${output}`);
}
