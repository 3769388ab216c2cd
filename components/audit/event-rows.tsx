import { EventMoment } from "@/components/audit/event-moment";
import { EventSentence } from "@/components/audit/event-sentence";
import { MoreRows, Rows } from "@/components/ui/sheet-parts";
import type { RecordedEvent } from "@/lib/audit/model";

/** What happened as sentences, the newest first, each with its moment; both clocks where they differ. */
export function EventRows({ events, zone }: { events: readonly RecordedEvent[]; zone: string }) {
  if (events.length === 0) return <p className="soft dense">Nothing is recorded.</p>;
  return (
    <>
      <Rows dense>
        {events.map((event) => (
          <li key={event.seq} style={{ overflowWrap: "anywhere" }}>
            <EventSentence event={event} zone={zone} />{" "}
            <span className="mute small moment">
              <EventMoment event={event} zone={zone} short />
            </span>
          </li>
        ))}
      </Rows>
      <MoreRows />
    </>
  );
}
