const DELIMITERS = [",", ";", "\t"] as const;

/**
 * The sign that splits columns: named by a first line `sep=;` as Excel writes it, else the one that stands most often
 * outside quotation marks in the first line with text; a comma when none does.
 */
export function detectDelimiter(text: string): { delimiter: string; body: string; skippedRows: number } {
  const named = /^sep=([,;\t])\r?\n/u.exec(text);
  if (named?.[1] !== undefined) {
    return { delimiter: named[1], body: text.slice(named[0].length), skippedRows: 1 };
  }
  const counts = countsOfFirstRecord(text);
  let best: string = ",";
  for (const sign of DELIMITERS) if ((counts.get(sign) ?? 0) > (counts.get(best) ?? 0)) best = sign;
  return { delimiter: best, body: text, skippedRows: 0 };
}

function countsOfFirstRecord(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  let quoted = false;
  let begun = false;
  for (const sign of text.slice(0, 200_000)) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === "\n" || sign === "\r") && begun) break;
    else if (!quoted) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    begun ||= sign.trim() !== "";
  }
  return counts;
}
