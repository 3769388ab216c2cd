import { AcceptanceTable } from "@/components/risks/acceptance-table";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/page";
import { formatMoment } from "@/lib/kernel/moments";
import type { RiskView } from "@/lib/risks/model/register";
import { acceptanceInForce, acceptanceState } from "@/lib/risks/rules/acceptance";
import { decideBlockers, proposeBlockers } from "@/lib/risks/rules/acceptance-blockers";
import { scoreOf } from "@/lib/risks/rules/scores";

export type AcceptanceSectionProps = {
  risk: RiskView;
  now: Date;
  /** Address of the risk. */
  base: string;
  /** Who reads, and which of the two acts they have a right to. */
  reader: { userId: string; proposes: boolean; decides: boolean };
};

/** Whether somebody lives with the risk and until when, what went before, and the next act or why there is none. */
export function AcceptanceSection({ risk, now, base, reader }: AcceptanceSectionProps) {
  const score = scoreOf(risk.current);
  const judged = judgedRisk(risk);
  const waiting = risk.acceptances.find((one) => acceptanceState(one, score, now) === "proposed");
  const blockers = proposeBlockers(judged, risk.acceptances, now);
  const decides =
    reader.decides && waiting !== undefined ? decideBlockers(waiting, judged, reader, now) : null;
  const why = [...(reader.proposes ? blockers : []), ...(decides ?? [])].map(({ message }) => message);
  return (
    <Section
      id="acceptance"
      title="Acceptance"
      finding={findingOf(risk, now)}
      actions={
        <>
          {reader.proposes && blockers.length === 0 ? (
            <Button href={`${base}/accept`}>Propose to accept</Button>
          ) : null}
          {waiting !== undefined && decides?.length === 0 ? (
            <Button href={`${base}/acceptances/${waiting.id}`} variant="pri">
              Read and decide
            </Button>
          ) : null}
        </>
      }
    >
      {why.length === 0 ? null : <p className="soft">{why.join(" ")}</p>}
      {risk.acceptances.length === 0 ? null : (
        <AcceptanceTable acceptances={risk.acceptances} {...{ score, now, base }} />
      )}
    </Section>
  );
}

/** A risk as the rules of acceptance judge it. */
export function judgedRisk(risk: RiskView) {
  const { id, code, title, status } = risk;
  return {
    id,
    code,
    title,
    status,
    score: scoreOf(risk.current),
    appetite: risk.domain?.appetite ?? null,
    ownerUserId: risk.owner?.userId ?? null,
    older: risk.older,
  };
}

function findingOf(risk: RiskView, now: Date): string {
  const score = scoreOf(risk.current);
  const force = acceptanceInForce(risk.acceptances, score, now);
  if (force !== null) {
    return `${force.decidedBy ?? "Somebody"} lives with a score up to ${force.upToScore} until ${formatMoment(force.expiresAt, force.zone)}.`;
  }
  const states = risk.acceptances.map((one) => acceptanceState(one, score, now));
  if (states.includes("proposed")) return "Proposed; an executive who neither owns nor proposed it decides.";
  if (states.includes("outgrown")) return "What was accepted does not cover the present score.";
  return states.includes("expired") ? "What was accepted has expired." : "Nobody has accepted this risk.";
}
