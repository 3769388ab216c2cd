import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import type { Violation } from "@/lib/kernel/violations";
import type { DeputyFact, GateFacts, SeatFact } from "../model/facts";
import type { JudgedSeat } from "../model/judged";
import { isOver } from "./attempt-over";

type Person = Pick<Actor, "userId" | "role">;

/** Who may sign in the seat at `now` in its holder's stead; null when nobody, or when the holder could not sign either. */
export function deputyAt(
  deputies: readonly DeputyFact[],
  seat: Pick<SeatFact, "id" | "userId">,
  now: Date,
): DeputyFact | null {
  const inForce = deputies.find(
    (one) =>
      one.seatId === seat.id && one.fromUserId === seat.userId && lendingState(one, now) === "in_force",
  );
  return inForce ?? null;
}

/** How a lending of a seat stands at `now`. `lapsed`: whoever lent it has no more what they lent. */
export type LendingState = "revoked" | "over" | "lapsed" | "to_come" | "in_force";

export function lendingState(
  { revokedAt, startAt, endAt, lapsesAt }: Pick<DeputyFact, "revokedAt" | "startAt" | "endAt" | "lapsesAt">,
  now: Date,
): LendingState {
  if (revokedAt !== null) return "revoked";
  if (now >= endAt) return "over";
  if (lapsesAt !== undefined && now >= lapsesAt) return "lapsed";
  return now < startAt ? "to_come" : "in_force";
}

/** Why a lending has ended before its time, in a sentence. */
export function lapsedWords(fromName: string): string {
  return `Ended: ${fromName} is no member in the role of this seat any more`;
}

/** Whether this person would sign in the seat for its holder, not as the holder. */
export function standsInFor(seat: JudgedSeat, person: Pick<Person, "userId">): boolean {
  return seat.userId !== person.userId && seat.deputy?.toUserId === person.userId;
}

/** Why a deputy may not sign: the holder attested, or has decided in person and that decision stands. */
export function deputyBlockers(
  facts: Pick<GateFacts, "duties">,
  seat: JudgedSeat,
  person: Pick<Person, "userId">,
): Violation[] {
  const holder = seat.userName ?? "The holder of this seat";
  if (attested(facts, seat.userId)) {
    return [
      {
        code: "duties",
        message: `${holder} attested a criterion of this gate; nobody signs that in their stead either.`,
      },
    ];
  }
  if (seat.signOff !== null && seat.signOff.userId !== person.userId && seat.state !== "stale") {
    return [
      {
        code: "seat-taken",
        message: `${seat.signOff.userName} has decided already, and that decision stands.`,
      },
    ];
  }
  return [];
}

/** What somebody is asked for to stand in: their role, and whether they are a member now. */
export type Candidate = Person & { name: string };
type Lending = {
  seat: SeatFact;
  from: Person;
  /** Null when nobody is known by that id who is a member now. */
  to: Candidate | null;
  startAt: Date;
  endAt: Date;
};

/** Why a seat may not be lent like this, in words. Four eyes: no attester, no other signer, one deputy at a time. */
export function lendBlockers(facts: GateFacts, { seat, from, to, startAt, endAt }: Lending): Violation[] {
  const refuse = (code: string, message: string) => [{ code, message }];
  if (isOver(facts))
    return refuse("attempt-over", "The cutover of this attempt has begun or is over; nobody signs any more.");
  if (seat.userId === null || seat.userId !== from.userId)
    return refuse("holder", "A seat that asks for you by name can be lent, and by you alone.");
  if (seat.role !== from.role)
    return refuse("holder", "You have another role by now than this seat asks for: it is not yours to lend.");
  if (to === null || !can(to, "gate:sign"))
    return refuse("role", "Choose a member of this program whose role may sign.");
  if (to.userId === from.userId) return refuse("self", "Choose somebody else than yourself.");
  if (attested(facts, from.userId))
    return refuse(
      "duties",
      "You attested a criterion of this gate, and nobody signs that in your stead either.",
    );
  if (attested(facts, to.userId))
    return refuse(
      "duties",
      `${to.name} attested a criterion of this gate, and nobody signs what they attested.`,
    );
  if (signsElsewhere(facts, seat, to.userId))
    return refuse("two-seats", `${to.name} signs this gate in a seat of their own, and nobody signs twice.`);
  const overlapping = facts.deputies.some(
    (one) =>
      one.revokedAt === null &&
      one.startAt < endAt &&
      startAt < one.endAt &&
      (one.seatId === seat.id || one.toUserId === to.userId),
  );
  if (overlapping)
    return refuse("overlap", "Somebody stands in then already: one deputy at a time, and one seat a deputy.");
  return [];
}

/** Whether a person takes no part in the gate that keeps them from standing in for this seat. */
export function mayStandIn(facts: GateFacts, seat: SeatFact, userId: string): boolean {
  return userId !== seat.userId && !attested(facts, userId) && !signsElsewhere(facts, seat, userId);
}

function attested({ duties }: Pick<GateFacts, "duties">, userId: string | null): boolean {
  return duties.some((one) => one.userId === userId && one.duty === "attester");
}

function signsElsewhere(facts: GateFacts, seat: SeatFact, userId: string): boolean {
  return (
    facts.seats.some((one) => one.userId === userId) ||
    facts.duties.some((one) => one.userId === userId && one.duty === "signer" && one.seatId !== seat.id)
  );
}
