/** The field of the form that stands for a part of a scale: `content.likelihood.0.name` → `likelihood-1-name`. */
export function scaleField(path: string): string {
  const step = /^content\.(likelihood|impact)\.(\d)\.(name|meaning)$/.exec(path);
  if (step !== null) return `${step[1]}-${Number(step[2]) + 1}-${step[3]}`;
  const cell = /^content\.matrix\.(\d+)$/.exec(path);
  if (cell === null) return path;
  const at = Number(cell[1]);
  return `cell-${(at % 5) + 1}-${Math.floor(at / 5) + 1}`;
}
