import { createReadStream, existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { Actor } from "@/lib/access/model";
import { commitImport } from "@/lib/exchange/commands/commit-import";
import { planFile, readImport } from "@/lib/exchange/commands/read-import";
import { receiveFile, refuseLarge } from "@/lib/exchange/commands/receive-file";
import type { FormatName } from "@/lib/exchange/model/formats";
import type { Counts } from "@/lib/exchange/model/plan";
import type { Problem } from "@/lib/exchange/model/reading";
import type { RowView } from "@/lib/exchange/model/view";
import { getImport, getProgress, getRefusedRows } from "@/lib/exchange/queries/imports";
import { allRows } from "@/lib/exchange/queries/preview";
import { commitBlockers } from "@/lib/exchange/rules/commit-blockers";
import { shownChanges } from "@/lib/exchange/rules/shown-changes";
import { AppError } from "@/lib/kernel/errors";

export type FileOptions = {
  format: FormatName | null;
  source: string | null;
  sheet: string | null;
  leaveRefused: boolean;
  dryRun: boolean;
  withRows: boolean;
};

export type FileOutcome = {
  file: string;
  importId: string | null;
  format: FormatName | null;
  counts: Counts;
  questions: number;
  notes: readonly string[];
  problems: readonly ({ row: number } & Problem)[];
  rows: readonly Pick<RowView, "row" | "entity" | "outcome" | "subject" | "changes">[];
  written: boolean;
};

/** Brings one file in, in this process: the same steps as on the page. */
export async function importFile(actor: Actor, file: string, options: FileOptions): Promise<FileOutcome> {
  const path = await pathOf(file);
  if (options.dryRun) return planned(actor, path, options);
  const { format, source: sourceName, sheet: table } = options;
  const input = { fileName: basename(path), format, sourceName, table };
  const { importId, file: read } = await receiveFile({ actor }, input, createReadStream(path), {
    here: true,
  });
  const stop = tellProgress(actor, importId);
  try {
    await readImport(actor, importId, read);
    const outcome = await outcomeOf(actor, importId, path, options.withRows);
    if (commitBlockers(outcome.counts, options.leaveRefused).length > 0) return outcome;
    const { digest } = outcome;
    await commitImport({ actor }, { importId, digest, leaveRefused: options.leaveRefused }, { here: true });
    return { ...outcome, written: true };
  } finally {
    stop();
  }
}

async function outcomeOf(actor: Actor, importId: string, path: string, withRows: boolean) {
  const found = await getImport(actor, importId, { show: "refused", page: 1 });
  if (found === null || found.preview === null)
    throw new AppError("INVALID", found?.problem ?? "The file is not understood.");
  const { preview, report } = found;
  const { sheets } = await getRefusedRows(actor, importId);
  return {
    file: basename(path),
    importId,
    digest: preview.digest,
    format: found.format,
    counts: preview.counts,
    questions: preview.questions,
    notes: report.notes,
    problems: sheets.flatMap((sheet) =>
      sheet.refused.flatMap(({ row, problems }) => problems.map((problem) => ({ row, ...problem }))),
    ),
    rows: withRows ? await allRows(actor, importId) : [],
    written: false,
  };
}

async function planned(actor: Actor, path: string, options: FileOptions): Promise<FileOutcome> {
  const bytes = new Uint8Array(await readFile(path));
  const { format, source: sourceName, sheet: table } = options;
  const { book, plan } = await planFile(actor, bytes, { format, sourceName, table });
  return {
    file: basename(path),
    importId: null,
    format: plan.format,
    counts: plan.counts,
    questions: plan.questions,
    notes: book.notes,
    problems: plan.rows.flatMap(({ row, problems }) => problems.map((problem) => ({ row, ...problem }))),
    rows: options.withRows ? plan.rows.map((row) => ({ ...row, changes: shownChanges(row) })) : [],
    written: false,
  };
}

/** npm moves to the project's folder: a path is meant from where it was called. */
async function pathOf(file: string): Promise<string> {
  const from = resolve(process.env.INIT_CWD ?? process.cwd(), file);
  const path = existsSync(from) ? from : resolve(file);
  const found = await stat(path).catch(() => null);
  if (found === null) throw new AppError("INVALID", `There is no file ${file}.`);
  if (!found.isFile()) throw new AppError("INVALID", `${file} is no file.`);
  refuseLarge(found.size);
  return path;
}

/** Prints how far it is, on a terminal; answers how to stop. */
function tellProgress(actor: Actor, importId: string): () => void {
  if (!process.stderr.isTTY) return () => undefined;
  const tell = async () => {
    const { stage, done, total } = await getProgress(actor, importId);
    const share = total > 0 ? ` ${done.toLocaleString("en-GB")} of ${total.toLocaleString("en-GB")}` : "";
    if (stage !== "") process.stderr.write(`\r\u001B[K${stage}…${share}`);
  };
  const timer = setInterval(() => void tell().catch(() => undefined), 500);
  return () => {
    clearInterval(timer);
    process.stderr.write("\r\u001B[K");
  };
}
