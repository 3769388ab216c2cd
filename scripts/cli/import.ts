// Imports a file into a program from the command line. See docs/imports.md.
import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Actor } from "@/lib/access/model";
import { database } from "@/lib/db/client";
import { commitImport } from "@/lib/exchange/commands/commit-import";
import { previewImport, refuseLarge } from "@/lib/exchange/commands/preview-import";
import { FORMAT_LABELS } from "@/lib/exchange/labels";
import { FORMATS, type FormatName, type Plan } from "@/lib/exchange/model";
import { planFile } from "@/lib/exchange/queries/load-import";
import { commitBlockers } from "@/lib/exchange/rules/commit-blockers";
import { planDigest } from "@/lib/exchange/rules/plan-digest";
import { AppError } from "@/lib/kernel/errors";
import { counted } from "@/lib/kernel/text";
import { actorFor } from "./import-actor";

const USAGE = `Usage: npm run import -- --program SLUG [--as EMAIL] [--format NAME] [--leave-refused] [--dry-run] [--json] FILE

  --program SLUG    the program that takes the file
  --as EMAIL        who imports; not needed where the program has one program manager
  --format NAME     ${FORMATS.join(", ")}; else recognised from the header
  --leave-refused   import the other rows although some are refused
  --dry-run         show what would change and write nothing
  --json            one JSON object on standard output

Exits 2 when rows are refused (and were not left out), 1 for any other error.`;

const OPTIONS = {
  program: { type: "string" },
  as: { type: "string" },
  format: { type: "string" },
  "leave-refused": { type: "boolean" },
  "dry-run": { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

type Flags = ReturnType<typeof readFlags>["values"];
type Outcome = { plan: Plan; written: boolean };

const SHOWN_PROBLEMS = 20;

process.exitCode = await main();

async function main(): Promise<number> {
  const json = process.argv.includes("--json");
  try {
    const { values, positionals } = readFlags();
    if (values.help) {
      console.log(USAGE);
      return 0;
    }
    const outcome = await run(values, positionals);
    console.log(json ? JSON.stringify(reportOf(outcome.plan)) : inWords(outcome));
    return outcome.plan.counts.refused > 0 && !outcome.written ? 2 : 0;
  } catch (error) {
    if (!isForPeople(error)) throw error;
    if (json) console.log(JSON.stringify({ error: error.message }));
    else console.error(error.message);
    return 1;
  } finally {
    if (process.env.DATABASE_URL) await database().$disconnect();
  }
}

async function run(flags: Flags, positionals: readonly string[]): Promise<Outcome> {
  const [file, ...more] = positionals;
  if (flags.program === undefined || file === undefined || more.length > 0)
    throw new AppError("INVALID", USAGE);
  const format = formatNamed(flags.format);
  const content = await contentOf(file);
  const actor = await actorFor(flags.program, flags.as);
  const plan = await planFile(actor, content, format);
  const blocked = commitBlockers(plan.counts, flags["leave-refused"] ?? false).length > 0;
  if (flags["dry-run"] || blocked) return { plan, written: false };
  await write(actor, { fileName: basename(file), content, format }, plan, flags["leave-refused"] ?? false);
  return { plan, written: true };
}

type Input = { fileName: string; content: Uint8Array<ArrayBuffer>; format: FormatName | null };

async function write(actor: Actor, input: Input, plan: Plan, leaveRefused: boolean): Promise<void> {
  const { importId } = await previewImport({ actor }, input);
  await commitImport({ actor }, { importId, digest: planDigest(plan), leaveRefused });
}

function formatNamed(name: string | undefined): FormatName | null {
  if (name === undefined) return null;
  const format = FORMATS.find((one) => one === name);
  if (format !== undefined) return format;
  throw new AppError("INVALID", `There is no format ${name}. Choose one of: ${FORMATS.join(", ")}.`);
}

/** npm moves to the project's folder: a path is meant from where it was called. */
async function contentOf(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const from = resolve(process.env.INIT_CWD ?? process.cwd(), file);
  const path = existsSync(from) ? from : resolve(file);
  const found = await stat(path).catch(() => null);
  if (found === null) throw new AppError("INVALID", `There is no file ${file}.`);
  if (!found.isFile()) throw new AppError("INVALID", `${file} is no file.`);
  refuseLarge(found.size);
  return new Uint8Array(await readFile(path));
}

function reportOf(plan: Plan) {
  return {
    format: plan.format,
    counts: plan.counts,
    rows: plan.rows.map(({ row, entity, outcome, subject, changes }) => ({
      row,
      entity,
      outcome,
      subject,
      changes,
    })),
    problems: plan.rows.flatMap(({ row, problems }) => problems.map((problem) => ({ row, ...problem }))),
  };
}

function inWords({ plan, written }: Outcome): string {
  const { create, update, unchanged, refused } = plan.counts;
  const problems = reportOf(plan).problems;
  const lines = problems
    .slice(0, SHOWN_PROBLEMS)
    .map(
      ({ row, column, found, expected, fix }) =>
        `  row ${row}, ${column}: found ${found}, expected ${expected}. ${fix}`,
    );
  if (problems.length > SHOWN_PROBLEMS)
    lines.push(`  and ${counted(problems.length - SHOWN_PROBLEMS, "more problem")}`);
  const result = written ? "Imported." : "Nothing was written.";
  return [
    `${FORMAT_LABELS[plan.format]}: ${create} new, ${update} changed, ${unchanged} unchanged, ${refused} refused.`,
    ...lines,
    refused > 0 && written ? `${result} ${counted(refused, "refused row")} left out.` : result,
  ].join("\n");
}

function readFlags() {
  return parseArgs({ options: OPTIONS, allowPositionals: true });
}

/** The product's own refusals, and flags that do not exist. */
function isForPeople(error: unknown): error is Error {
  if (error instanceof AppError) return true;
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
