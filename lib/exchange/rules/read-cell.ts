import { formatMinutes, parseMinutes } from "@/lib/kernel/minutes";
import { cleanName, formatCount, nameKey } from "@/lib/kernel/text";
import { isZone } from "@/lib/kernel/time";
import type { LevelWords, ScaleWords, Value } from "../model/reading";
import type { FieldKind } from "./field-kinds";
import { levelLists, readLevel } from "./read-level";
import { parseNumber, parseSize } from "./read-number";

/** What a cell says, or what was expected of it and how to mend it. */
export type CellReading = { value: Value; email?: string } | { expected: string; fix: string };

/**
 * `levels`: words whose level a person chose; `scale`: the words of the program's own; `plain`: numbers come from a workbook
 * and are written in one way only.
 */
export type CellOptions = { levels: LevelWords; scale?: ScaleWords | null; plain: boolean };

const USUAL: CellOptions = { levels: {}, plain: false };

/** Reads the text of a cell that is not empty. Blanks at its ends mean nothing. */
export function readCell(kind: FieldKind, cell: string, options: CellOptions = USUAL): CellReading {
  const text = cell.trim();
  switch (kind.type) {
    case "text":
      return readText(text, kind.max);
    case "choice":
      return readChoice(text, kind);
    case "minutes":
      return minutesOr(parseMinutes(text));
    case "integer":
      return readInteger(text, kind, options.plain);
    case "size":
      return readSize(text, kind, options.plain);
    case "boolean":
      return readBoolean(text);
    case "date":
      return readDate(text);
    case "zone":
      return readZone(text);
    case "level":
      return readLevelCell(text, kind, options);
    case "list":
      return readList(text, kind);
    case "addresses":
      return readAddresses(text);
    case "person":
      return readPerson(text);
    case "tag":
    case "tag-category":
      return readText(text, 100);
  }
}

/** The words of a value, as the preview shows it. */
export function showValue(kind: FieldKind | undefined, value: Value, scale?: ScaleWords | null): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "object") return value.join(", ");
  if (typeof value === "number") return showNumber(kind, value, scale);
  return kind?.type === "choice" ? String(value).replaceAll("_", " ") : String(value);
}

function showNumber(kind: FieldKind | undefined, value: number, scale?: ScaleWords | null): string {
  switch (kind?.type) {
    case "minutes":
      return formatMinutes(value);
    case "level":
      return levelWords(value, levelLists(kind, scale)[0]);
    case "size":
      return `${formatCount(value)} ${kind.kept}`;
    case "integer":
      return kind.unit === undefined ? String(value) : `${formatCount(value)} ${kind.unit}`;
    default:
      return String(value);
  }
}

/** Blanks that a name does not keep. */
const UNCLEAN = /\s\s|[^\S ]|^ | $/u;

function readText(text: string, max: number): CellReading {
  const value = max <= 200 && UNCLEAN.test(text) ? cleanName(text) : text;
  if (value.length <= max) return { value };
  return { expected: `at most ${formatCount(max)} characters`, fix: "Shorten it." };
}

type Choice = Extract<FieldKind, { type: "choice" }>;

/** What the words of a choice came to: a file repeats the same few. */
const READ_CHOICES = new WeakMap<Choice, Map<string, CellReading>>();

function readChoice(text: string, kind: Choice): CellReading {
  const held = READ_CHOICES.get(kind);
  const read = held === undefined || held.size > 500 ? new Map<string, CellReading>() : held;
  if (read !== held) READ_CHOICES.set(kind, read);
  const reading = read.get(text) ?? choose(text, kind);
  read.set(text, reading);
  return reading;
}

function choose(text: string, { of, also }: Choice): CellReading {
  const name = nameKey(text);
  const key = name.replace(/[\s-]+/gu, "_");
  if (of.includes(key)) return { value: key };
  const other = also !== undefined && Object.hasOwn(also, name) ? also[name] : undefined;
  if (other !== undefined) return { value: other };
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

function readInteger(
  text: string,
  { min, max, unit }: Extract<FieldKind, { type: "integer" }>,
  plain: boolean,
): CellReading {
  const bare = unit?.startsWith("%") === true ? text.replace(/\s*%$/u, "") : text;
  const value = parseNumber(bare, plain);
  if (typeof value === "number" && Number.isInteger(value) && value >= min && value <= max) return { value };
  if (value === "two ways") return twoWays(bare);
  return {
    expected: `a whole number from ${formatCount(min)} to ${formatCount(max)}`,
    fix: "Write digits only, or leave the cell empty.",
  };
}

function readSize(
  text: string,
  { given, kept, max = 2_000_000_000 }: Extract<FieldKind, { type: "size" }>,
  plain: boolean,
): CellReading {
  const value = parseSize(text, given, kept, plain);
  if (typeof value === "number" && value <= max) return { value };
  if (value === "two ways") return twoWays(text);
  return {
    expected: `an amount in ${given}, or with its unit, such as “16 GB”`,
    fix: "Write a number, or leave the cell empty.",
  };
}

function twoWays(text: string): CellReading {
  return {
    expected: "a number that can be read in one way only",
    fix: `Write ${text.replace(".", "")} or ${text.replace(/\.\d+$/u, "")}, whichever is meant.`,
  };
}

function readZone(text: string): CellReading {
  if (isZone(text)) return { value: text };
  return { expected: "a time zone such as Europe/London", fix: "Write continent and city." };
}

const YES = new Set(["yes", "y", "true", "1", "ja", "oui", "si", "sí"]);
const NO = new Set(["no", "n", "false", "0", "nein", "non"]);

function readBoolean(text: string): CellReading {
  const key = nameKey(text);
  if (YES.has(key)) return { value: true };
  if (NO.has(key)) return { value: false };
  return { expected: "yes or no", fix: "Write yes or no, or leave the cell empty." };
}

function readDate(text: string): CellReading {
  const european = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u.exec(text);
  const iso =
    european === null
      ? text.replace(/T00:00(?::00(?:\.000)?)?Z?$/u, "")
      : `${european[3]}-${(european[2] ?? "").padStart(2, "0")}-${(european[1] ?? "").padStart(2, "0")}`;
  const date = /^\d{4}-\d{2}-\d{2}$/u.test(iso) ? new Date(`${iso}T00:00:00Z`) : null;
  if (date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso))
    return { value: iso };
  return { expected: "a date such as 2026-11-28", fix: "Write year, month and day." };
}

function readLevelCell(
  text: string,
  kind: Extract<FieldKind, { type: "level" }>,
  { levels, scale }: CellOptions,
): CellReading {
  const lists = levelLists(kind, scale);
  const level = readLevel(text, lists, levels);
  const [words] = lists;
  if (level !== null) return { value: level };
  return {
    expected: `1 to 5, or ${words.join(", ").toLowerCase()}`,
    fix: "Use one of these, leave the cell empty, or say on the page of the columns which level the word means.",
  };
}

function readList(
  text: string,
  { max = 200, most = 1000 }: Extract<FieldKind, { type: "list" }>,
): CellReading {
  const separator = text.includes(";") ? ";" : /[|\n]/u;
  const parts = text.split(separator).map(cleanName);
  const value = uniqueByKey(parts.filter((part) => part !== ""));
  if (value.some((part) => part.length > max))
    return { expected: `entries of at most ${max} characters`, fix: "Shorten them." };
  if (value.length <= most) return { value };
  return { expected: `at most ${formatCount(most)} entries`, fix: "Keep those that matter." };
}

/** Network addresses between blanks, commas, semicolons or brackets, as tools write them. */
function readAddresses(text: string): CellReading {
  const value = uniqueByKey(text.split(/[\s,;|[\]]+/u).filter((part) => part !== ""));
  if (value.every((part) => part.length <= 100) && value.length <= 50) return { value };
  return {
    expected: "at most 50 network addresses with blanks or commas between them",
    fix: "Shorten the list.",
  };
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
  if (entries.length < 2) return [...entries];
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
