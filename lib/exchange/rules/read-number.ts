const SIGNED = /^([-−+]?)\s*(.+)$/u;
const GROUPED = /^\d{1,3}(?:[,'’\u00a0\u202f ]\d{3})+$/u;
const GROUPED_BY_POINTS = /^\d{1,3}(?:\.\d{3}){2,}$/u;
const DECIMAL = /^\d{1,15}(?:[.,]\d{1,10})?$/u;
const GROUPED_DECIMAL = /^(\d{1,3}(?:,\d{3})+)\.\d{1,10}$|^(\d{1,3}(?:\.\d{3})+),\d{1,10}$/u;
/** "1.234": thousands to some, a fraction to others. */
const TWO_WAYS = /^[1-9]\d{0,2}\.\d{3}$/u;

/**
 * The number that a cell writes: with blanks, commas or points between thousands, with a decimal comma or point, with a
 * sign. Null when it is none, and "two ways" when it may be read in two; in a workbook numbers are plain and never are.
 */
export function parseNumber(text: string, plain: boolean): number | "two ways" | null {
  const match = SIGNED.exec(text.trim());
  const digits = match?.[2] ?? "";
  const value = magnitude(digits, plain);
  if (typeof value !== "number") return value;
  return match?.[1] === "-" || match?.[1] === "−" ? -value : value;
}

function magnitude(digits: string, plain: boolean): number | "two ways" | null {
  if (!plain && TWO_WAYS.test(digits)) return "two ways";
  if (GROUPED.test(digits)) return Number(digits.replace(/\D/gu, ""));
  if (GROUPED_BY_POINTS.test(digits)) return Number(digits.replaceAll(".", ""));
  if (DECIMAL.test(digits)) return Number(digits.replace(",", "."));
  const grouped = GROUPED_DECIMAL.exec(digits);
  if (grouped === null) return null;
  return grouped[1] === undefined
    ? Number(digits.replaceAll(".", "").replace(",", "."))
    : Number(digits.replaceAll(",", ""));
}

const SIZE = /^(.*?)\s*(bytes|b|k|m|g|t|kb|mb|gb|tb|kib|mib|gib|tib)?$/iu;
const MEGABYTES: Readonly<Record<string, number>> = {
  b: 1 / 1_048_576,
  k: 1 / 1024,
  m: 1,
  g: 1024,
  t: 1_048_576,
};

/** An amount of memory or disk in whole units of `kept`; a bare number is in units of `given`. */
export function parseSize(
  text: string,
  given: "MB" | "GB",
  kept: "MB" | "GB",
  plain: boolean,
): number | "two ways" | null {
  const match = SIZE.exec(text.trim());
  const value = parseNumber(match?.[1] ?? "", plain);
  if (value === null || value === "two ways") return value;
  const unit = (match?.[2] ?? given).charAt(0).toLowerCase();
  const amount = (value * (MEGABYTES[unit] ?? 1)) / (kept === "GB" ? 1024 : 1);
  if (amount < 0) return null;
  return amount > 0 ? Math.max(1, Math.round(amount)) : 0;
}
