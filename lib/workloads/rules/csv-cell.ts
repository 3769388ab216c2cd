/**
 * A cell that no spreadsheet takes for a formula: where any of its lines begins, after blanks, with `= + - @`, or a tab or
 * carriage return leads, an apostrophe stands before it; and before what follows a semicolon or a tab, where a spreadsheet of
 * another country begins a new cell. Numbers stay numbers.
 */
export function safeCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const parted = value.replace(/([;\t])(?=[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/gu, "$1'");
  const risky =
    /^[\t\r]/u.test(value) ||
    value.split(/\r\n|\r|\n/u).some((line) => /^[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u.test(line));
  return risky ? `'${parted}` : parted;
}
