import type { DueOffset } from "@/lib/cutover/model";

/** So many days before the window starts. */
export function before(days: number): DueOffset {
  return { anchor: "window_start", unit: "days", by: -days };
}
