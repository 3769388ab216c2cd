import { resolveLocal } from "./time";

/** Which of two equal clock times is meant, on the night the clocks go back. */
export type Fold = "earlier" | "later";

/** The instant of a wall-clock time, or a sentence that says why there is none: skipped, shown twice, not a time. */
export function readLocal(local: string, zone: string, fold: Fold | undefined): Date | string {
  const found = resolveLocal(local, zone);
  const clock = local.replace("T", " ");
  switch (found.kind) {
    case "instant":
      return found.at;
    case "missing":
      return `${clock} does not exist in ${zone}: the clocks go forward then. Choose another time.`;
    case "twice":
      if (fold !== undefined) return found[fold];
      return `${clock} comes twice in ${zone}: the clocks go back then. Choose the first or the second.`;
    case "malformed":
      return "Enter a date and a time, such as 21 November 2026, 22:00.";
    case "unknown-zone":
      return "Choose a time zone such as Europe/London.";
  }
}
