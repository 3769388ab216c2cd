import { Moment } from "@/components/ui/moment";
import { Rows } from "@/components/ui/sheet-parts";
import type { RecordedEvent } from "@/lib/audit/model";
import { describeEvent } from "@/lib/audit/rules/describe-event";

/** What was recorded about one subject, the newest first, with both clocks where they differ. */
export function WorkloadHistory({ events, zone }: { events: readonly RecordedEvent[]; zone: string }) {
  return (
    <Rows dense>
      {events.map((event) => (
        <li key={event.seq}>
          <p>{describeEvent(event.body)}</p>
          <p className="small mute">
            <Moment at={event.occurredAt} zone={zone} />
            {event.body.backfill === null ? null : (
              <>
                , recorded <Moment at={event.recordedAt} zone={zone} /> by {event.body.backfill.source}
              </>
            )}
          </p>
        </li>
      ))}
    </Rows>
  );
}
