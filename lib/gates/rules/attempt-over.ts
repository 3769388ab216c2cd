import { isAhead } from "@/lib/waves/rules/guards";
import type { GateFacts } from "../model/facts";

/** Whether the gate's attempt takes no more attestations, waivers or signatures. */
export function isOver(facts: GateFacts): boolean {
  return (
    isAttemptClosed(facts) ||
    facts.gate.attempt !== facts.wave.attempt ||
    !isAhead(facts.gate.kind, facts.wave.state)
  );
}

/** An attempt is closed when its wave went on to another one or is closed itself. */
export function isAttemptClosed({ gate, wave }: Pick<GateFacts, "gate" | "wave">): boolean {
  return gate.attempt < wave.attempt || wave.state === "closed" || wave.state === "rolled_back";
}
