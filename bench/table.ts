/** Prints rows under their heads; the first column to the left, figures to the right, as wide as they need. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => (row[at] ?? "").length)));
  for (const row of [head, ...rows]) {
    const cells = row.map((cell, at) => {
      const width = widths[at] ?? 0;
      return at === 0 ? cell.padEnd(width) : cell.padStart(width);
    });
    console.log(cells.join("  ").trimEnd());
  }
}

/** A count as people read it. */
export function count(figure: number): string {
  return figure.toLocaleString("en-GB");
}

/** An aim beside what was measured: in words. Aims hold for 10,000 workloads. */
export type Aim = { least: number } | { most: number };

/** "≥ 400, met", "≤ 200, missed"; a dash where nothing is aimed at. */
export function verdict(figure: number | null, aim: Aim | null): string {
  if (aim === null || figure === null || Number.isNaN(figure)) return "–";
  if ("least" in aim) return `≥ ${aim.least}, ${figure >= aim.least ? "met" : "missed"}`;
  return `≤ ${aim.most}, ${figure <= aim.most ? "met" : "missed"}`;
}
