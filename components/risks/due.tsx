import { Day } from "@/components/ui/moment";
import { counted } from "@/lib/kernel/text";

/** The day, and in words how long it is past. No day is said, never left empty. */
export function Due({ on, overdueDays }: { on: string | null; overdueDays: number }) {
  if (on === null) return <span className="never">no date</span>;
  if (overdueDays === 0) return <Day on={on} />;
  return (
    <span className="nw">
      <Day on={on} />, <b className="miss">overdue {counted(overdueDays, "day")}</b>
    </span>
  );
}
