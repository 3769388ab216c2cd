import { ActionForm } from "@/components/ui/action-form";
import { TextField } from "@/components/ui/fields";
import { Moment } from "@/components/ui/moment";
import { Rows } from "@/components/ui/sheet-parts";
import { type Tone, Verdict } from "@/components/ui/status";
import type { DeputyFact, SeatFact } from "@/lib/gates/model";
import type { FormAction } from "@/lib/kernel/action-state";

type Props = {
  deputies: readonly DeputyFact[];
  seats: readonly SeatFact[];
  zone: string;
  now: Date;
  /** Ends one of them. */
  action: FormAction;
};

/** Every deputyship of a gate, each with its state in words and, while it may still act, a way to end it. */
export function DeputyList({ deputies, seats, zone, now, action }: Props) {
  if (deputies.length === 0) return <p>Nobody stands in for anybody at this gate.</p>;
  return (
    <Rows>
      {deputies.map((one) => {
        const standing = standingOf(one, now);
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
            {standing.ends ? (
              <ActionForm
                action={action}
                hidden={{ delegationId: one.id }}
                submit="End it now"
                submitLook={{ size: "sm" }}
                aria-label={`End that ${one.toName} signs for ${one.fromName}`}
              >
                <TextField name="reason" label="Why it ends" maxLength={500} />
              </ActionForm>
            ) : null}
          </li>
        );
      })}
    </Rows>
  );
}

function standingOf(one: DeputyFact, now: Date): { tone: Tone; word: string; ends: boolean } {
  if (one.revokedAt !== null) return { tone: "unk", word: "Ended", ends: false };
  if (now >= one.endAt) return { tone: "unk", word: "Over", ends: false };
  return now < one.startAt
    ? { tone: "unk", word: "To come", ends: true }
    : { tone: "ok", word: "May sign now", ends: true };
}
