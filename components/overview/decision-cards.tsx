import { Button } from "@/components/ui/button";
import { Day, Moment } from "@/components/ui/moment";
import { Decision, Split } from "@/components/ui/sheet-parts";
import type { GateSummary } from "@/lib/gates/model";
import type { RiskRowMoved } from "@/lib/risks/model";

type Props = {
  gates: readonly GateSummary[];
  risks: readonly RiskRowMoved[];
  base: string;
  zone: string;
  now: Date;
};

/** At most three decisions: signatures asked of this person first, then the worst risks above appetite. */
export function DecisionCards({ gates, risks, base, zone, now }: Props) {
  const asked = gates.filter((gate) => gate.mine === "asked" || gate.mine === "asked-again").slice(0, 3);
  const rest = risks.slice(0, 3 - asked.length);
  if (asked.length + rest.length === 0) return <p className="soft">Nothing waits for you.</p>;
  return (
    <Split>
      {asked.map((gate) => (
        <Decision
          key={gate.gateId}
          due={
            gate.closesAt ? (
              <>
                Due{" "}
                <b>
                  <Moment at={gate.closesAt} zone={zone} now={now} />
                </b>
              </>
            ) : (
              "No closing time is set"
            )
          }
          title={gate.mine === "asked-again" ? `Sign again: ${gate.waveName}` : gate.name}
          action={
            <Button href={`${base}/waves/${gate.waveNumber}/gate`} variant="pri">
              Read and decide
            </Button>
          }
        >
          {gate.mine === "asked-again" ? "A fact you relied on has changed since you signed. " : ""}
          Waiting costs: without your answer the gate stays shut and the wave does not cut over.
        </Decision>
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
