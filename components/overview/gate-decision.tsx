import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { Decision } from "@/components/ui/sheet-parts";
import type { GateSummary } from "@/lib/gates/model/judged";
import { gatePath } from "@/lib/gates/rules/gate-path";

type Props = {
  gate: GateSummary;
  title: string;
  /** Address of the program. */
  base: string;
  zone: string;
  now: Date;
  /** What waiting costs. */
  children: ReactNode;
};

/** A signature that is asked of the reader: until when, for what, and the way to it. */
export function GateDecision({ gate, title, base, zone, now, children }: Props) {
  const due = gate.closesAt ? (
    <>
      Due{" "}
      <b>
        <Moment at={gate.closesAt} zone={zone} now={now} />
      </b>
    </>
  ) : (
    "No closing time is set"
  );
  const action = (
    <Button href={`${base}/waves/${gate.waveNumber}/${gatePath(gate.kind)}`} variant="pri">
      Read and decide
    </Button>
  );
  return (
    <Decision due={due} title={title} action={action}>
      {children}
    </Decision>
  );
}
