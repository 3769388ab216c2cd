import { parseArgs } from "node:util";
import { Refusal } from "./steps.mjs";

export const HELP = `Starts Wavegate: npm start -- [options]

  --port NUMBER        where it is served on 127.0.0.1 (3000)
  --data-dir FOLDER    where database, secrets and evidence are kept (.data)
  --no-demo            do not create the demo program, offer no demo sign-in
  --demo-day DATE      the day on which the demo's story takes place (YYYY-MM-DD)
  --reset-demo         create the demo program anew
  --rebuild            build even when nothing has changed
  --help               show this

With DATABASE_URL and DATABASE_OWNER_URL (environment or .env) it uses that PostgreSQL and offers no demo.`;

const OPTIONS = {
  port: { type: "string", default: process.env.PORT ?? "3000" },
  "data-dir": { type: "string" },
  "no-demo": { type: "boolean", default: false },
  "demo-day": { type: "string" },
  "reset-demo": { type: "boolean", default: false },
  rebuild: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
};

/** The options of a start, checked. Throws a Refusal that names the wrong one. */
export function startFlags(args) {
  const flags = parsed(args);
  const port = Number(flags.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Refusal(`--port takes a number up to 65535, not "${flags.port}".`);
  const day = flags["demo-day"];
  if (day !== undefined && !isDay(day))
    throw new Refusal(`--demo-day takes a date like 2026-11-21, not "${day}".`);
  return {
    port,
    dataDir: flags["data-dir"],
    demo: !flags["no-demo"],
    demoDay: day,
    resetDemo: flags["reset-demo"],
    rebuild: flags.rebuild,
    help: flags.help,
  };
}

function parsed(args) {
  try {
    return parseArgs({ args, options: OPTIONS }).values;
  } catch (error) {
    throw new Refusal(`${error.message.split(". ")[0]}; npm start -- --help lists the options.`);
  }
}

function isDay(text) {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
