/**
 * Keeps a spreadsheet from running a cell: one whose text, after blanks and on any of its lines, begins with a sign that
 * starts a formula gets an apostrophe in front of that line. So does what follows a semicolon or a tab: there a spreadsheet of
 * another country begins a new cell.
 */
export function neutralCell(cell: string): string {
  return cell.replace(/(^|[\r\n;\t])(?=(?:[^\S\r\n]|\p{Cf})*[=+\-@\t\r＝＋－＠])/gu, "$1'");
}
