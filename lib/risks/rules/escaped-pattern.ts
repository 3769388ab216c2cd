/** Text for use inside a LIKE pattern: its wildcards stand for themselves. */
export function escapedPattern(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
