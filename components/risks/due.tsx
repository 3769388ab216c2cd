import { Day } from "@/components/ui/moment";
import { counted } from "@/lib/kernel/text";

/** The day, and in words how long it is past. No day is said, never left empty. `short` leaves the day out when it is past. */
export function Due({ on, overdueDays, short }: { on: string | null; overdueDays: number; short?: boolean }) {
  if (on === null || overdueDays === 0) return <Day on={on} />;
  if (short) return <b className="miss nw">overdue {counted(overdueDays, "day")}</b>;
  return (
    <span className="nw">
      <Day on={on} />, <b className="miss">overdue {counted(overdueDays, "day")}</b>
    </span>
  );
}
