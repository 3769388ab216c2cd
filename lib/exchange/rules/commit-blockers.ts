import { counted } from "@/lib/kernel/text";
import type { Violation } from "@/lib/kernel/violations";
import type { Counts } from "../model/plan";

/** Why a file cannot be imported now: refused rows stand in the way unless the person leaves them out. */
export function commitBlockers(counts: Counts, leaveRefused: boolean): Violation[] {
  if (counts.refused === 0) return [];
  const accepted = counts.create + counts.update + counts.unchanged;
  if (accepted === 0) {
    return [
      { code: "import.all-refused", message: "Every row is refused. Mend the file and bring it in again." },
    ];
  }
  if (leaveRefused) return [];
  const message = `${counted(counts.refused, "row")} ${counts.refused === 1 ? "is" : "are"} refused. Mend the file, or choose to leave them out.`;
  return [{ code: "import.rows-refused", message }];
}
