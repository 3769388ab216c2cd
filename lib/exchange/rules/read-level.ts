import { nameKey } from "@/lib/kernel/text";
import type { FormatName } from "../model/formats";
import type { LevelWords, Mapping, ScaleWords } from "../model/reading";
import type { Sheet } from "../model/sheet";
import type { FieldKind } from "./field-kinds";
import { fieldOf } from "./fields";
import { statesNothing } from "./nothing-words";

type Level = 1 | 2 | 3 | 4 | 5;
const LEVELS: Readonly<Record<string, Level>> = { "1": 1, "2": 2, "3": 3, "4": 4, "5": 5 };

const ALONE = /^([1-5])(?:[.,]0+)?$/u;
const OF_FIVE = /^([1-5])\s*(?:\/|of)\s*5$/iu;
const NUMBER_FIRST = /^([1-5])\s*(?:[-–—:.=]|\()\s*([^\d)]+?)\)?$/u;
const NUMBER_LAST = /^([^\d(]+?)\s*(?:[-–—:=]|\()\s*([1-5])\)?$/u;

/** Words of the levels 1 to 5; what an earlier list says goes before a later one. */
type Lists = readonly (readonly string[])[];

/** In which words a level may be said: those of the program's scale, then those that every program begins with. */
export function levelLists(
  kind: Extract<FieldKind, { type: "level" }>,
  scale: ScaleWords | null | undefined,
): readonly [readonly string[], ...Lists] {
  return scale == null ? [kind.words] : [scale[kind.of], kind.words];
}

/**
 * A level 1 to 5 of likelihood or impact: as a number, as a word of a scale, as both ("4 - Likely"), or as a word
 * whose level a person chose for this file.
 */
export function readLevel(text: string, words: Lists, chosen: LevelWords): Level | null {
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
export function levelWordsToAsk(
  table: { format: FormatName; sheet: Sheet; mapping: Mapping },
  scale: ScaleWords | null = null,
): string[] {
  const asked = new Map<string, string>();
  table.mapping.forEach((name, at) => {
    const kind = name === null ? undefined : fieldOf(table.format, name)?.kind;
    if (kind?.type !== "level") return;
    for (const { cells } of table.sheet.rows) {
      const cell = cells[at] ?? "";
      if (statesNothing(cell) || !/^[^\d]{1,40}$/u.test(cell)) continue;
      if (readLevel(cell, levelLists(kind, scale), {}) === null && !asked.has(nameKey(cell)))
        asked.set(nameKey(cell), cell);
    }
  });
  return [...asked.values()].slice(0, 12);
}

/** A number with a word: the word may be anybody's, unless the scale gives it another number. */
function agreed(number: string | undefined, word: string | undefined, words: Lists): Level | null {
  const level = LEVELS[number ?? ""] ?? null;
  const meant = levelOfWord(word ?? "", words);
  return meant === null || meant === level ? level : null;
}

function levelOfWord(word: string, lists: Lists): Level | null {
  const key = plainKey(word);
  for (const words of lists) {
    const at = words.findIndex((one) => plainKey(one) === key);
    if (at >= 0) return LEVELS[String(at + 1)] ?? null;
  }
  return null;
}

function plainKey(word: string): string {
  return nameKey(word).replace(/[\s_-]+/gu, " ");
}
