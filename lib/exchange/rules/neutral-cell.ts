/**
 * Keeps a spreadsheet from running a cell: one whose text, after blanks and on any of its lines, begins with a sign that
 * starts a formula gets an apostrophe in front of that line.
 */
export function neutralCell(cell: string): string {
  return cell.replace(/(^|[\r\n])(?=[^\S\r\n]*[=+\-@\t\r＝＋－＠])/gu, "$1'");
}
