import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import type { Violation } from "@/lib/kernel/violations";
import { isAhead } from "@/lib/waves/rules/guards";
import type { Decision, GateFacts } from "../model/facts";
import type { JudgedGate, JudgedSeat } from "../model/judged";
import { isAttemptClosed } from "./attempt-over";
import { deputyBlockers, standsInFor } from "./deputies";

type Signer = Pick<Actor, "userId" | "role" | "standing">;

/**
 * The seat a person would sign in: the one they signed in before, their own by name, one whose holder lets them stand in
 * now, then one of their role that is free; null when none. A seat asks for a role: who holds another one by now does not
 * sign in it again. Whom its holder asked may have another role, and signs while it is lent alone.
 */
export function seatFor(seats: readonly JudgedSeat[], signer: Signer): JudgedSeat | null {
  const taken = seats.find((seat) => seat.signOff?.userId === signer.userId);
  if (taken?.signOff?.onBehalfOfId) return taken.deputy?.toUserId === signer.userId ? taken : null;
  if (taken) return taken.role === signer.role ? taken : null;
  const named = seats.find((seat) => seat.userId === signer.userId && seat.role === signer.role);
  if (named) return named;
  const lent = seats.find((seat) => seat.deputy?.toUserId === signer.userId);
  if (lent) return lent;
  const open = seats.filter((seat) => seat.userId === null && seat.role === signer.role);
  return open.find((seat) => seat.signOff === null) ?? open.find((seat) => seat.state === "stale") ?? null;
}

/** Why a person may not sign this gate now. Explains the button and stops the command. */
export function signBlockers(facts: GateFacts, judged: JudgedGate, signer: Signer): Violation[] {
  if (signer.standing !== undefined) {
    return [
      {
        code: "rights-for-a-time",
        message:
          "You act with rights given for a time, and nobody signs with those. End them to sign in your own role.",
      },
    ];
  }
  if (!can(signer, "gate:sign")) return [{ code: "role", message: "Your role does not sign gates." }];
  if (facts.gate.attempt !== facts.wave.attempt || isAttemptClosed(facts)) {
    return [
      {
        code: "attempt-over",
        message: "This attempt of the wave is over; its gate takes no more signatures.",
      },
    ];
  }
  if (!isAhead(facts.gate.kind, facts.wave.state)) {
    return [
      {
        code: "decided",
        message: "The decision of this gate has been acted on; it takes no more signatures.",
      },
    ];
  }
  if (facts.duties.some((duty) => duty.userId === signer.userId && duty.duty === "attester")) {
    return [
      {
        code: "duties",
        message: "You attested a criterion of this gate, and nobody signs what they attested.",
      },
    ];
  }
  const seat = seatFor(judged.seats, signer);
  if (seat === null) return [noSeat(judged.seats, signer)];
  return standsInFor(seat, signer) ? deputyBlockers(facts, seat, signer) : [];
}

function noSeat(seats: readonly JudgedSeat[], signer: Signer): Violation {
  const held = seats.find(
    (seat) => seat.role === signer.role && seat.userId === null && seat.signOff !== null,
  );
  if (held?.signOff) {
    return { code: "seat-taken", message: `${held.signOff.userName} has signed for this already.` };
  }
  return { code: "not-asked", message: "This gate does not ask for your signature." };
}

/** Why this decision may not be recorded as it is written. */
export function decisionBlockers(
  seat: JudgedSeat,
  signer: Signer,
  decision: { decision: Decision; comment: string; conditions: readonly unknown[] },
): Violation[] {
  const repeated =
    seat.signOff?.userId === signer.userId &&
    seat.signOff.decision === decision.decision &&
    (seat.state === "approved" || seat.state === "approved_with_conditions");
  if (repeated)
    return [{ code: "signed", message: "You have signed this already, and your signature holds." }];
  if (decision.decision === "decline" && decision.comment.trim() === "") {
    return [{ code: "comment", message: "Say why you decline." }];
  }
  if (decision.decision === "approve_with_conditions" && decision.conditions.length === 0) {
    return [
      { code: "conditions", message: "Name at least one condition, with its owner and the day it is due." },
    ];
  }
  if (decision.decision !== "approve_with_conditions" && decision.conditions.length > 0) {
    return [{ code: "conditions", message: "Conditions go with “approve with conditions” alone." }];
  }
  return [];
}
