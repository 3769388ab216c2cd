import { Moment } from "@/components/ui/moment";
import { MoreRows } from "@/components/ui/sheet-parts";
import type { RecordedEvent } from "@/lib/audit/model";
import { withNumbers } from "@/lib/kernel/text";
import { describeChange } from "@/lib/waves/rules/describe-change";

/** What changed about the wave, its gate and its checklist, the newest first. */
export function WaveChanges({
  events,
  zone,
  dense,
}: {
  events: readonly RecordedEvent[];
  zone: string;
  dense?: boolean;
}) {
  return (
    <>
      <ul className={dense ? "rows dense soft" : "rows"}>
        {events.map((event) => (
          <li key={event.seq} style={{ overflowWrap: "anywhere" }}>
            {withNumbers(describeChange(event.body, zone))}{" "}
            <span className="mute nw">
              <Moment at={event.occurredAt} zone={zone} />
            </span>
          </li>
        ))}
      </ul>
      <MoreRows />
    </>
  );
}
