import { Moment } from "@/components/ui/moment";
import { Rows } from "@/components/ui/sheet-parts";
import type { RecordedEvent } from "@/lib/audit/model";
import { describeEvent } from "@/lib/audit/rules/describe-event";

/** What happened, the newest first, each in one sentence. */
export function EventRows({ events, zone }: { events: readonly RecordedEvent[]; zone: string }) {
  if (events.length === 0) return <p className="never">Nothing is recorded.</p>;
  return (
    <Rows dense>
      {events.map((event) => (
        <li key={event.seq}>
          {describeEvent(event.body)}
          {event.body.note === null ? null : <span className="soft"> “{event.body.note}”</span>}{" "}
          <span className="mute nw">
            <Moment at={event.occurredAt} zone={zone} />
          </span>
        </li>
      ))}
    </Rows>
  );
}
