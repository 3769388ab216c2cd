import { EventMoment } from "@/components/audit/event-moment";
import { EventSentence } from "@/components/audit/history-list";
import { Rows } from "@/components/ui/sheet-parts";
import type { RecordedEvent } from "@/lib/audit/model";

/** The last changes as sentences, the newest first. */
export function ChangesList({ events, zone }: { events: readonly RecordedEvent[]; zone: string }) {
  if (events.length === 0) return <p className="soft dense">Nothing has changed.</p>;
  return (
    <Rows dense>
      {events.map((event) => (
        <li key={event.seq}>
          <EventSentence event={event} />
          <span className="mute small">
            {" "}
            <EventMoment event={event} zone={zone} />
          </span>
        </li>
      ))}
    </Rows>
  );
}
