const DELIMITERS = [",", ";", "\t", "|"] as const;
const LOOKED_AT = 20;

type Counts = Map<string, number>;

/**
 * The sign that splits columns: named by a first line `sep=;` as Excel writes it, else the one that stands outside
 * quotation marks in most of the first rows, and of several the one that stands there most often; a comma when there is
 * none. A comma between two digits is a decimal comma and does not count. `skip` is the length of the line `sep=`.
 */
export function detectDelimiter(text: string): { delimiter: string; skip: number; skippedRows: number } {
  const named = /^sep=([,;\t|])(?:\r\n|\n|\r)/u.exec(text);
  if (named?.[1] !== undefined) return { delimiter: named[1], skip: named[0].length, skippedRows: 1 };
  const records = countsOfRecords(text);
  let best: string = ",";
  for (const sign of DELIMITERS) if (isBetter(sign, best, records)) best = sign;
  return { delimiter: best, skip: 0, skippedRows: 0 };
}

function isBetter(sign: string, than: string, records: readonly Counts[]): boolean {
  const gain = rowsWith(sign, records) - rowsWith(than, records);
  return gain > 0 || (gain === 0 && total(sign, records) > total(than, records));
}

function rowsWith(sign: string, records: readonly Counts[]): number {
  return records.filter((counts) => counts.has(sign)).length;
}

function total(sign: string, records: readonly Counts[]): number {
  return records.reduce((sum, counts) => sum + (counts.get(sign) ?? 0), 0);
}

function countsOfRecords(text: string): Counts[] {
  const records: Counts[] = [];
  let counts: Counts = new Map();
  let quoted = false;
  let before = "\n";
  for (let at = 0; at < text.length && records.length < LOOKED_AT; at += 1) {
    const sign = text.charAt(at);
    if (sign === '"') quoted = !quoted && /[\s,;|"]/u.test(before);
    else if (!quoted && (sign === "\n" || sign === "\r")) {
      if (counts.size > 0) records.push(counts);
      counts = new Map();
    } else if (!quoted && isDelimiter(sign) && !isDecimal(sign, before, text.charAt(at + 1))) {
      counts.set(sign, (counts.get(sign) ?? 0) + 1);
    }
    before = sign;
  }
  return counts.size > 0 ? [...records, counts] : records;
}

function isDelimiter(sign: string): boolean {
  return DELIMITERS.some((one) => one === sign);
}

function isDecimal(sign: string, before: string, after: string): boolean {
  return sign === "," && /\d/u.test(before) && /\d/u.test(after);
}
