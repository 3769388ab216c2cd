import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { Decision } from "@/components/ui/sheet-parts";
import { listed } from "@/lib/kernel/text";
import type { WaitingAcceptance } from "@/lib/risks/model/acceptance";

type Props = { proposal: WaitingAcceptance; base: string; zone: string; now: Date };

/** A risk that the reader is asked to live with: until when, why, and what waiting costs. */
export function AcceptanceDecision({ proposal, base, zone, now }: Props) {
  const { code, title, proposedBy, reason, expiresAt, score, appetite, waves } = proposal;
  return (
    <Decision
      due={
        <>
          Asked until{" "}
          <b>
            <Moment at={expiresAt} zone={zone} now={now} />
          </b>
        </>
      }
      title={`Accept ${code}: ${title}`}
      action={
        <Button href={`${base}/risks/${code}/acceptances/${proposal.id}`} variant="pri">
          Read and decide
        </Button>
      }
    >
      {proposedBy} proposes to live with it: {reason.replace(/[.]$/, "")}. Waiting costs: it stands at{" "}
      {score ?? "an unknown score"} against {appetite ?? "no stated limit"}
      {waves.length === 0
        ? "."
        : `, and no gate of ${waves.length === 1 ? "wave" : "waves"} ${listed(waves.map(String))} opens with it.`}
    </Decision>
  );
}
