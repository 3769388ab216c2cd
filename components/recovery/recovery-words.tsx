import { Missing } from "@/components/ui/missing";
import { Duration } from "@/components/ui/moment";
import type { ProvenTimes, RecoveryClaimView } from "@/lib/recovery/model";

type Part = "rto" | "rpo";

const UNPROVEN: Record<Part, string> = { rto: "not reached", rpo: "not measured" };

/** What the drill that counts has proven; without one, that nothing is. */
export function ProvenWords({ drill, part }: { drill: ProvenTimes | null; part: Part }) {
  if (drill === null) return <Missing>no drill</Missing>;
  return (
    <span className="nw">
      <Duration minutes={drill[part]} missing={UNPROVEN[part]} />
    </span>
  );
}

/** What is claimed, soft beside what is proven; without a claim, that there is none. */
export function ClaimWords({ claim, part }: { claim: RecoveryClaimView | null; part: Part }) {
  return (
    <span className="nw soft">
      <Duration minutes={claim?.[part] ?? null} missing="no claim" />
    </span>
  );
}
