import { Moment } from "@/components/ui/moment";
import { recordedBy } from "@/lib/audit/labels";
import type { RecordedEvent } from "@/lib/audit/model";

/** When it happened; where it was written down at another time, that too, and by whom. */
export function EventMoment({ event, zone }: { event: RecordedEvent; zone: string }) {
  const { body, occurredAt, recordedAt } = event;
  const late = Math.abs(recordedAt.getTime() - occurredAt.getTime()) >= 60_000;
  if (!late) return <Moment at={recordedAt} zone={zone} />;
  const by = recordedBy(body.actor.via, body.backfill?.by.name ?? null);
  return (
    <>
      <Moment at={occurredAt} zone={zone} />
      <br />
      <span className="mute small">
        recorded <Moment at={recordedAt} zone={zone} show="day" />
        {by === null ? "" : ` by ${by}`}
      </span>
    </>
  );
}
