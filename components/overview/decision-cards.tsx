import { AcceptanceDecision } from "@/components/overview/acceptance-decision";
import { GateDecision } from "@/components/overview/gate-decision";
import { Button } from "@/components/ui/button";
import { Day } from "@/components/ui/moment";
import { Decision, Split } from "@/components/ui/sheet-parts";
import type { GateSummary } from "@/lib/gates/model/judged";
import { asksReader } from "@/lib/gates/rules/asks-reader";
import type { WaitingAcceptance } from "@/lib/risks/model/acceptance";
import type { RiskRowMoved } from "@/lib/risks/model/register";

type Props = {
  gates: readonly GateSummary[];
  proposals: readonly WaitingAcceptance[];
  risks: readonly RiskRowMoved[];
  base: string;
  zone: string;
  now: Date;
};

/** At most three decisions: signatures asked of this person first, then proposals, then the worst risks above appetite. */
export function DecisionCards({ gates, proposals, risks, base, zone, now }: Props) {
  const asked = gates.filter(asksReader).slice(0, 3);
  const proposed = proposals.slice(0, 3 - asked.length);
  const rest = risks
    .filter((risk) => proposals.every((one) => one.code !== risk.code))
    .slice(0, 3 - asked.length - proposed.length);
  if (asked.length + proposed.length + rest.length === 0)
    return <p className="soft">Nothing waits for you.</p>;
  return (
    <Split>
      {asked.map((gate) => (
        <GateDecision
          key={gate.gateId}
          gate={gate}
          title={gate.mine === "asked-again" ? `Sign again: ${gate.waveName}` : gate.name}
          {...{ base, zone, now }}
        >
          {gate.mine === "asked-again" ? "A fact you relied on has changed since you signed. " : ""}
          Waiting costs: without your answer the gate stays shut and the wave does not cut over.
        </GateDecision>
      ))}
      {proposed.map((proposal) => (
        <AcceptanceDecision key={proposal.id} {...{ proposal, base, zone, now }} />
      ))}
      {rest.map((risk) => (
        <Decision
          key={risk.id}
          due={
            risk.overdueDays > 0 ? (
              <>
                Overdue by <b>{risk.overdueDays} days</b>
              </>
            ) : risk.dueOn ? (
              <>
                Next action due{" "}
                <b>
                  <Day on={risk.dueOn} />
                </b>
              </>
            ) : (
              "No date is set"
            )
          }
          title={`${risk.code}: ${risk.title}`}
          action={<Button href={`${base}/risks/${risk.code}`}>Open {risk.code}</Button>}
        >
          It stands at {risk.currentScore}; {risk.domain ?? "its domain"} lives with {risk.appetite}.{" "}
          {risk.owner === null ? "Nobody owns it." : `${risk.owner}: ${risk.nextAction}.`}
        </Decision>
      ))}
    </Split>
  );
}
