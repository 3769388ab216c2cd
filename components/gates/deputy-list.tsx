import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import { Rows } from "@/components/ui/sheet-parts";
import { type Tone, Verdict } from "@/components/ui/status";
import type { DeputyFact, SeatFact } from "@/lib/gates/model/facts";
import { type LendingState, lapsedWords, lendingState } from "@/lib/gates/rules/deputies";

type Props = {
  deputies: readonly DeputyFact[];
  seats: readonly SeatFact[];
  zone: string;
  now: Date;
  /** Address of the page; `?end=` with an id asks why that one ends. */
  path: string;
};

/** Every deputyship of a gate, each with its state in words and, while it may still act, a way to end it. */
export function DeputyList({ deputies, seats, zone, now, path }: Props) {
  if (deputies.length === 0) return <p>Nobody stands in for anybody at this gate.</p>;
  return (
    <Rows>
      {deputies.map((one) => {
        const state = lendingState(one, now);
        const standing = STANDINGS[state];
        return (
          <li key={one.id}>
            <Verdict tone={standing.tone}>{standing.word}</Verdict>
            <p>
              <span className="b">
                {one.toName} for {one.fromName}
              </span>
              , {seats.find((seat) => seat.id === one.seatId)?.capacity}
            </p>
            <p className="soft dense">
              From <Moment at={one.startAt} zone={zone} /> to <Moment at={one.endAt} zone={zone} />:{" "}
              {one.reason}
            </p>
            {state === "lapsed" ? <p className="soft dense">{lapsedWords(one.fromName)}.</p> : null}
            {standing.ends ? (
              <Link className="go" href={`${path}?end=${one.id}`}>
                End that {one.toName} signs for {one.fromName}
              </Link>
            ) : null}
          </li>
        );
      })}
    </Rows>
  );
}

const STANDINGS: Record<LendingState, { tone: Tone; word: string; ends: boolean }> = {
  revoked: { tone: "unk", word: "Ended", ends: false },
  over: { tone: "unk", word: "Over", ends: false },
  lapsed: { tone: "unk", word: "Ended", ends: false },
  to_come: { tone: "unk", word: "To come", ends: true },
  in_force: { tone: "ok", word: "May sign now", ends: true },
};
