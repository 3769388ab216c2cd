import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import { Rows } from "@/components/ui/sheet-parts";
import type { LentSeat } from "@/lib/gates/model/record";

type Props = { seats: readonly LentSeat[]; base: string; zone: string; now: Date };

/** Who signs for the reader, and for whom the reader signs, each with its gate and its time. */
export function LentSeats({ seats, base, zone, now }: Props) {
  return (
    <Rows dense>
      {seats.map((one) => (
        <li key={one.id}>
          <Link className="b" href={`${base}/gates/${one.gateId}/deputy`}>
            {one.mine ? `${one.toName} signs for you` : `You sign for ${one.fromName}`}
          </Link>
          {whenOf(one, now)}: {one.gateName}, wave {one.waveNumber}, {one.capacity}
          <p className="soft">
            <Moment at={one.startAt} zone={zone} /> to <Moment at={one.endAt} zone={zone} />: {one.reason}
          </p>
        </li>
      ))}
    </Rows>
  );
}

function whenOf({ lapsed, startAt, mine, fromName }: LentSeat, now: Date): string {
  if (lapsed) return ` no more, ${mine ? "you have" : `${fromName} has`} another role or left`;
  return startAt > now ? " later" : " now";
}
