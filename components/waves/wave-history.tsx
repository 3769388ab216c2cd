import { Moment } from "@/components/ui/moment";
import type { RecordedEvent } from "@/lib/audit/model";
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
    <ul className={dense ? "rows dense soft" : "rows"}>
      {events.map((event) => (
        <li key={event.seq} style={{ overflowWrap: "anywhere" }}>
          {describeChange(event.body, zone)}{" "}
          <span className="mute nw">
            <Moment at={event.occurredAt} zone={zone} />
          </span>
        </li>
      ))}
    </ul>
  );
}
