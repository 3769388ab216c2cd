import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import { Rows } from "@/components/ui/sheet-parts";
import { Verdict } from "@/components/ui/status";
import { SEAT_STATE_LABELS } from "@/lib/gates/labels";
import type { DeputyFact } from "@/lib/gates/model/facts";
import type { JudgedSeat, MaterialChange } from "@/lib/gates/model/judged";
import { lapsedWords, lendingState } from "@/lib/gates/rules/deputies";
import { SEAT_TONES } from "./seat-tones";

type Props = {
  seats: readonly JudgedSeat[];
  /** All of the gate, those to come, over and ended too. */
  deputies: readonly DeputyFact[];
  stale: ReadonlyMap<string, readonly MaterialChange[]>;
  quorum: number;
  zone: string;
  now: Date;
  myUserId: string;
  /** Where sign-off records are. */
  recordsPath: string;
};

/** Every seat of a gate with its state, its person, and under a stale signature what changed. */
export function WhoSigns({ seats, deputies, stale, quorum, zone, now, myUserId, recordsPath }: Props) {
  return (
    <>
      <Rows dense>
        {seats.map((seat) => (
          <li key={seat.id}>
            <Verdict tone={SEAT_TONES[seat.state]}>{SEAT_STATE_LABELS[seat.state]}</Verdict>
            <p>
              <span className="b">{personOf(seat, myUserId)}</span>, {seat.capacity}
            </p>
            <StandIn seat={seat} deputies={deputies} zone={zone} now={now} />
            {seat.signOff && seat.signOff.comment !== "" ? (
              <p className="soft">“{seat.signOff.comment}”</p>
            ) : null}
            <StaleChanges changes={stale.get(seat.id) ?? []} />
            {seat.signOff ? (
              <p className="mute small">
                <Moment at={seat.signOff.signedAt} zone={zone} />.{" "}
                <Link className="nw" href={`${recordsPath}/${seat.signOff.reference}`}>
                  Record {seat.signOff.reference}
                </Link>
              </p>
            ) : null}
          </li>
        ))}
      </Rows>
      <p className="mute dense" style={{ marginTop: 12 }}>
        {quorum === seats.length ? "All must approve." : `${quorum} of ${seats.length} must approve.`} Nobody
        signs what they attested.
      </p>
    </>
  );
}

type StandInProps = Pick<Props, "deputies" | "zone" | "now"> & { seat: JudgedSeat };

/** Who stands in for the holder of the seat, now or later; what is over or was ended is told by the record. */
function StandIn({ seat, deputies, zone, now }: StandInProps) {
  const ofSeat = deputies.filter((one) => one.seatId === seat.id);
  return ofSeat.map((one) => {
    const state = lendingState(one, now);
    if (state === "revoked" || state === "over") return null;
    return (
      <p className="soft dense" key={one.id}>
        {one.toName} {state === "lapsed" ? "might sign" : "may sign"} for {one.fromName} from{" "}
        <Moment at={one.startAt} zone={zone} /> to <Moment at={one.endAt} zone={zone} />: {one.reason}
        {state === "lapsed" ? `. ${lapsedWords(one.fromName)}.` : null}
      </p>
    );
  });
}

function StaleChanges({ changes }: { changes: readonly MaterialChange[] }) {
  if (changes.length === 0) return null;
  return (
    <ul className="soft dense">
      {changes.slice(0, 3).map((change) => (
        <li key={`${change.id}${change.what}`}>
          {change.subject}: {change.what} was {change.signed}, is {change.present}
        </li>
      ))}
      {changes.length > 3 ? <li>and {changes.length - 3} more changes</li> : null}
    </ul>
  );
}

function personOf(seat: JudgedSeat, myUserId: string): string {
  const userId = seat.signOff?.userId ?? seat.userId;
  const name = seat.signOff?.userName ?? seat.userName;
  const signed = `${name ?? ""}${userId === myUserId ? ", you" : ""}`;
  if (seat.signOff?.onBehalfOf) return `${signed} for ${seat.signOff.onBehalfOf}`;
  return name === null ? "Anybody in this role" : signed;
}
