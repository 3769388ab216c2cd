import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import type { Violation } from "@/lib/kernel/violations";
import type { GateFacts } from "../model/facts";
import { isOver } from "./attempt-over";

/** Why a person may not attest criteria of this gate. */
export function attestBlockers(facts: GateFacts, actor: Pick<Actor, "userId" | "role">): Violation[] {
  if (!can(actor, "gate:attest")) return [{ code: "role", message: "Your role does not attest criteria." }];
  if (isOver(facts)) {
    return [
      {
        code: "attempt-over",
        message: "What this gate decides has been acted on or is over; its criteria stay as they are.",
      },
    ];
  }
  if (facts.duties.some((duty) => duty.userId === actor.userId && duty.duty === "signer")) {
    return [{ code: "duties", message: "You signed this gate, and nobody attests what they sign." }];
  }
  return [];
}
