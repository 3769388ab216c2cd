// Imports files into a program from the command line. See docs/imports.md.
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { database } from "@/lib/db/client";
import { undoImport } from "@/lib/exchange/commands/undo-import";
import { FORMATS, type FormatName } from "@/lib/exchange/model/formats";
import { listImports } from "@/lib/exchange/queries/imports";
import { AppError } from "@/lib/kernel/errors";
import { actorFor } from "./import-actor";
import { type FileOutcome, importFile } from "./import-file";
import { fileInWords, historyInWords, reportOf } from "./import-words";

const USAGE = `Usage: npm run import -- --program SLUG [options] FILE…
       npm run import -- --program SLUG --list
       npm run import -- --program SLUG --undo ID

  --program SLUG    the program that takes the files
  --as EMAIL        who imports; not needed where the program has one program manager
  --format NAME     ${FORMATS.join(", ")}; else recognised from the header
  --source NAME     whose word the file is; a tool's own name else
  --sheet NAME      the sheet of a workbook
  --leave-refused   import the other rows although some are refused
  --dry-run         show what would change and write nothing
  --json            one JSON object on standard output
  --list            the latest imports with their ids
  --undo ID         take an import back

Several files are imported one after the other; the first that cannot be ends it.
Exits 2 when rows are refused (and were not left out), 1 for any other error.`;

const OPTIONS = {
  program: { type: "string" },
  as: { type: "string" },
  format: { type: "string" },
  source: { type: "string" },
  sheet: { type: "string" },
  "leave-refused": { type: "boolean" },
  "dry-run": { type: "boolean" },
  json: { type: "boolean" },
  list: { type: "boolean" },
  undo: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

type Flags = ReturnType<typeof readFlags>["values"];

// What a batch leaves behind is let go of before the heap grows: little lives on from one batch to the next.
setFlagsFromString("--heap-growing-percent=50");
process.exitCode = await main();

async function main(): Promise<number> {
  const json = process.argv.includes("--json");
  try {
    const { values, positionals } = readFlags();
    if (values.help) {
      console.log(USAGE);
      return 0;
    }
    return await run(values, positionals);
  } catch (error) {
    if (!isForPeople(error)) throw error;
    if (json) console.log(JSON.stringify({ error: error.message }));
    else console.error(wordsOf(error));
    return 1;
  } finally {
    if (process.env.DATABASE_URL) await database().$disconnect();
  }
}

async function run(flags: Flags, files: readonly string[]): Promise<number> {
  if (flags.program === undefined) throw new AppError("INVALID", USAGE);
  const actor = await actorFor(flags.program, flags.as);
  if (flags.list) {
    const { imports } = await listImports(actor);
    console.log(flags.json ? JSON.stringify({ imports }) : historyInWords(imports, actor.programZone));
    return 0;
  }
  if (flags.undo !== undefined) {
    const { changes } = await undoImport({ actor }, { importId: flags.undo });
    console.log(
      flags.json ? JSON.stringify({ undone: flags.undo, changes }) : `Taken back, with ${changes} events.`,
    );
    return 0;
  }
  if (files.length === 0) throw new AppError("INVALID", USAGE);
  const options = {
    format: formatNamed(flags.format),
    source: flags.source ?? null,
    sheet: flags.sheet ?? null,
    leaveRefused: flags["leave-refused"] ?? false,
    dryRun: flags["dry-run"] ?? false,
    withRows: flags.json ?? false,
  };
  const outcomes: FileOutcome[] = [];
  for (const file of files) {
    const outcome = await importFile(actor, file, options);
    outcomes.push(outcome);
    if (!flags.json) console.log(fileInWords(outcome, files.length > 1));
    if (isBlocked(outcome)) break;
  }
  if (flags.json) {
    const [only, ...more] = outcomes.map(reportOf);
    console.log(JSON.stringify(more.length === 0 ? only : { files: [only, ...more] }));
  }
  return outcomes.some(isBlocked) ? 2 : 0;
}

function isBlocked({ counts, written }: FileOutcome): boolean {
  return counts.refused > 0 && !written;
}

function formatNamed(name: string | undefined): FormatName | null {
  if (name === undefined) return null;
  const format = FORMATS.find((one) => one === name);
  if (format !== undefined) return format;
  throw new AppError("INVALID", `There is no format ${name}. Choose one of: ${FORMATS.join(", ")}.`);
}

function readFlags() {
  return parseArgs({ options: OPTIONS, allowPositionals: true });
}

function wordsOf(error: Error): string {
  if (!(error instanceof AppError) || error.violations.length < 2) return error.message;
  return [error.message, ...error.violations.slice(0, 20).map((one) => `  ${one.message}`)].join("\n");
}

/** The product's own refusals, and flags that do not exist. */
function isForPeople(error: unknown): error is Error {
  if (error instanceof AppError) return true;
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
