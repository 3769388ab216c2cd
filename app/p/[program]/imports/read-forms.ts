import { FORMATS, type FormatName } from "@/lib/exchange/model/formats";
import type { LevelWords } from "@/lib/exchange/model/reading";
import { AppError } from "@/lib/kernel/errors";
import { nameKey } from "@/lib/kernel/text";

/** How a person says that a file is to be read; with `by=heads` the heads of the columns decide anew. */
export function readMapping(form: FormData): {
  version: number;
  format: FormatName;
  mapping: (string | null)[] | null;
  sourceName: string | null;
  table: string | null;
  levels: LevelWords;
} {
  const format = FORMATS.find((one) => one === form.get("format"));
  if (format === undefined) {
    const message = "Choose the format of the file.";
    throw new AppError("INVALID", message, { fields: { format: message } });
  }
  const columns = Math.min(500, Math.max(0, Number(form.get("columns")) || 0));
  const chosen = Array.from({ length: columns }, (_, index) => textOf(form, `column-${index}`));
  return {
    version: readVersion(form),
    format,
    mapping: form.get("by") === "heads" ? null : chosen,
    sourceName: textOf(form, "sourceName"),
    table: textOf(form, "table"),
    levels: readLevels(form),
  };
}

const LEVELS = [1, 2, 3, 4, 5] as const;

function readLevels(form: FormData): LevelWords {
  const levels: Record<string, 1 | 2 | 3 | 4 | 5> = {};
  for (let at = 0; at < 100; at += 1) {
    const word = textOf(form, `level-word-${at}`);
    if (word === null) break;
    const level = LEVELS.find((one) => String(one) === form.get(`level-${at}`));
    if (level !== undefined) levels[nameKey(word)] = level;
  }
  return levels;
}

export function readCommit(form: FormData): { digest: string; leaveRefused: boolean } {
  return { digest: String(form.get("digest") ?? ""), leaveRefused: form.get("leaveRefused") === "on" };
}

export function readVersion(form: FormData): number {
  return Number(form.get("version"));
}

function textOf(form: FormData, name: string): string | null {
  const value = form.get(name);
  return typeof value === "string" && value !== "" ? value : null;
}
