import { formatMinutes, parseMinutes } from "@/lib/kernel/minutes";
import { cleanName, nameKey } from "@/lib/kernel/text";
import type { Value } from "../model";
import type { FieldKind } from "./fields";

/** What a cell says, or what was expected of it and how to mend it. */
export type CellReading = { value: Value; email?: string } | { expected: string; fix: string };

/** Reads the text of a cell that is not empty. Blanks at its ends mean nothing. */
export function readCell(kind: FieldKind, cell: string): CellReading {
  const text = cell.trim();
  switch (kind.type) {
    case "text":
      return readText(text, kind.max);
    case "choice":
      return readChoice(text, kind.of);
    case "minutes":
      return minutesOr(parseMinutes(text));
    case "integer":
      return readInteger(text, kind.min, kind.max);
    case "boolean":
      return readBoolean(text);
    case "date":
      return readDate(text);
    case "level":
      return readLevel(text, kind.words);
    case "list":
      return readList(text);
    case "person":
      return readPerson(text);
    case "tag":
    case "tag-category":
      return readText(text, 100);
  }
}

/** The words of a value, as the preview shows it. */
export function showValue(kind: FieldKind | undefined, value: Value): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "object") return value.join(", ");
  if (typeof value === "number" && kind?.type === "minutes") return formatMinutes(value);
  if (typeof value === "number" && kind?.type === "level") return levelWords(value, kind.words);
  return kind?.type === "choice" ? String(value).replaceAll("_", " ") : String(value);
}

function readText(text: string, max: number): CellReading {
  const value = max <= 200 ? cleanName(text) : text;
  if (value.length <= max) return { value };
  return { expected: `at most ${max.toLocaleString("en-GB")} characters`, fix: "Shorten it." };
}

function readChoice(text: string, of: readonly string[]): CellReading {
  const key = nameKey(text).replace(/[\s-]+/gu, "_");
  if (of.includes(key)) return { value: key };
  const words = of.map((word) => word.replaceAll("_", " ")).join(", ");
  return { expected: `one of: ${words}`, fix: "Use one of these words, or leave the cell empty." };
}

function minutesOr(minutes: number | null): CellReading {
  if (minutes !== null) return { value: minutes };
  return {
    expected: "a duration such as “4 h”, “1 h 30 min”, “2 d” or whole minutes",
    fix: "Write it as one of these, or leave the cell empty.",
  };
}

function readInteger(text: string, min: number, max: number): CellReading {
  const value = /^\d{1,9}$/u.test(text) ? Number(text) : Number.NaN;
  if (value >= min && value <= max) return { value };
  return {
    expected: `a whole number from ${min} to ${max}`,
    fix: "Write digits only, or leave the cell empty.",
  };
}

const YES = new Set(["yes", "y", "true", "1"]);
const NO = new Set(["no", "n", "false", "0"]);

function readBoolean(text: string): CellReading {
  const key = nameKey(text);
  if (YES.has(key)) return { value: true };
  if (NO.has(key)) return { value: false };
  return { expected: "yes or no", fix: "Write yes or no, or leave the cell empty." };
}

function readDate(text: string): CellReading {
  const date = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  if (date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text))
    return { value: text };
  return { expected: "a date such as 2026-11-28", fix: "Write year, month and day." };
}

function readLevel(text: string, words: readonly string[]): CellReading {
  if (/^[1-5]$/u.test(text)) return { value: Number(text) };
  const at = words.findIndex((word) => nameKey(word) === nameKey(text));
  if (at >= 0) return { value: at + 1 };
  return {
    expected: `1 to 5, or ${words.join(", ").toLowerCase()}`,
    fix: "Use one of these, or leave the cell empty.",
  };
}

function readList(text: string): CellReading {
  const separator = text.includes(";") ? ";" : /[|\n]/u;
  const parts = text.split(separator).map(cleanName);
  const value = uniqueByKey(parts.filter((part) => part !== ""));
  if (value.some((part) => part.length > 200))
    return { expected: "entries of at most 200 characters", fix: "Shorten them." };
  return { value };
}

/** `John Doe <jdoe@example.com>`, or a bare name. */
function readPerson(text: string): CellReading {
  const match = /^(.*?)<([^<>]*)>$/su.exec(text);
  const name = cleanName((match?.[1] ?? text).replaceAll('"', ""));
  const email = match?.[2]?.trim().toLowerCase();
  const expected = "one name, with or without its address: “Jane Smith <jane@example.com>”";
  if (name === "" || name.length > 200 || /[<>]/u.test(name))
    return { expected, fix: "Write the name first." };
  if (email === undefined) return { value: name };
  if (!/^[^\s@<>,;]+@[^\s@<>,;]+$/u.test(email) || email.length > 254)
    return { expected, fix: "Correct the e-mail address, or leave it out." };
  return { value: name, email };
}

/** The entries without those whose name stands earlier already. */
export function uniqueByKey(entries: readonly string[]): string[] {
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const key = nameKey(entry);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function levelWords(level: number, words: readonly string[]): string {
  const word = words[level - 1];
  return word === undefined ? String(level) : `${level} (${word.toLowerCase()})`;
}
