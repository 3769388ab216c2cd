import { Moment } from "@/components/ui/moment";
import type { RecordedEvent } from "@/lib/audit/model";

type Props = {
  event: RecordedEvent;
  zone: string;
  /** In a list that tells a story: who brought it in stays unsaid where the demo did, as it did so for all of it. */
  short?: boolean;
};

/** When it happened; where it was written down at another time, that too, and by whom. */
export function EventMoment({ event, zone, short }: Props) {
  const { body, occurredAt, recordedAt } = event;
  const late = Math.abs(recordedAt.getTime() - occurredAt.getTime()) >= 60_000;
  const isDemo = body.actor.via === "demo-story";
  if (!late) return <Moment at={recordedAt} zone={zone} />;
  if (short && isDemo) return <Moment at={occurredAt} zone={zone} />;
  const by = isDemo ? undefined : body.backfill?.by.name;
  return (
    <>
      <Moment at={occurredAt} zone={zone} />
      <br />
      <span className="mute small">
        recorded <Moment at={recordedAt} zone={zone} show="day" />
        {by === undefined ? "" : ` by ${by}`}
      </span>
    </>
  );
}
