import { nameKey } from "@/lib/kernel/text";
import type { FormatName } from "../model/formats";
import type { LevelWords, Mapping } from "../model/reading";
import type { Sheet } from "../model/sheet";
import { fieldOf } from "./fields";
import { statesNothing } from "./nothing-words";

type Level = 1 | 2 | 3 | 4 | 5;
const LEVELS: Readonly<Record<string, Level>> = { "1": 1, "2": 2, "3": 3, "4": 4, "5": 5 };

const ALONE = /^([1-5])(?:[.,]0+)?$/u;
const OF_FIVE = /^([1-5])\s*(?:\/|of)\s*5$/iu;
const NUMBER_FIRST = /^([1-5])\s*(?:[-–—:.=]|\()\s*([^\d)]+?)\)?$/u;
const NUMBER_LAST = /^([^\d(]+?)\s*(?:[-–—:=]|\()\s*([1-5])\)?$/u;

/**
 * A level 1 to 5 of likelihood or impact: as a number, as a word of the scale, as both ("4 - Likely"), or as a word
 * whose level a person chose for this file.
 */
export function readLevel(text: string, words: readonly string[], chosen: LevelWords): Level | null {
  const number = ALONE.exec(text) ?? OF_FIVE.exec(text);
  if (number !== null) return LEVELS[number[1] ?? ""] ?? null;
  const first = NUMBER_FIRST.exec(text);
  if (first !== null) return agreed(first[1], first[2], words);
  const last = NUMBER_LAST.exec(text);
  if (last !== null) return agreed(last[2], last[1], words);
  const key = nameKey(text);
  return levelOfWord(text, words) ?? (Object.hasOwn(chosen, key) ? (chosen[key] ?? null) : null);
}

/** Words that stand for likelihood or impact in a table and that nobody understands, each once, as written. */
export function levelWordsToAsk(table: { format: FormatName; sheet: Sheet; mapping: Mapping }): string[] {
  const asked = new Map<string, string>();
  table.mapping.forEach((name, at) => {
    const kind = name === null ? undefined : fieldOf(table.format, name)?.kind;
    if (kind?.type !== "level") return;
    for (const { cells } of table.sheet.rows) {
      const cell = cells[at] ?? "";
      if (statesNothing(cell) || !/^[^\d]{1,40}$/u.test(cell)) continue;
      if (readLevel(cell, kind.words, {}) === null && !asked.has(nameKey(cell)))
        asked.set(nameKey(cell), cell);
    }
  });
  return [...asked.values()].slice(0, 12);
}

/** A number with a word: the word may be anybody's, unless the scale gives it another number. */
function agreed(
  number: string | undefined,
  word: string | undefined,
  words: readonly string[],
): Level | null {
  const level = LEVELS[number ?? ""] ?? null;
  const meant = levelOfWord(word ?? "", words);
  return meant === null || meant === level ? level : null;
}

function levelOfWord(word: string, words: readonly string[]): Level | null {
  const key = nameKey(word).replace(/[\s_-]+/gu, " ");
  const at = words.findIndex((one) => nameKey(one) === key);
  return at < 0 ? null : (LEVELS[String(at + 1)] ?? null);
}
