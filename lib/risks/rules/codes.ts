/** `1` → "R-001", `1204` → "R-1204". */
export function riskCode(number: number): string {
  return `R-${String(number).padStart(3, "0")}`;
}
