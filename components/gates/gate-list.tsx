import { Link } from "@/components/ui/link";
import { Verdict } from "@/components/ui/status";
import type { WaveGate } from "@/lib/gates/model/judged";
import { gatePath } from "@/lib/gates/rules/gate-path";
import { GATE_KIND_LABELS } from "@/lib/waves/labels";

type Props = {
  gates: readonly WaveGate[];
  /** Address of the wave. */
  base: string;
  mayOpen: boolean;
};

/** The gates of an attempt, those that are open and those that are still to be opened. */
export function GateList({ gates, base, mayOpen }: Props) {
  const shown = gates.filter(
    ({ judged, ahead, demanded, opens }) => judged !== null || (ahead && (demanded || (mayOpen && opens))),
  );
  if (shown.length === 0) return <p className="soft dense">No gate is open for this attempt.</p>;
  return (
    <ul className="rows dense">
      {shown.map((gate) => (
        <li key={gate.kind}>
          {gate.judged === null ? (
            <NotOpen gate={gate} base={base} mayOpen={mayOpen} />
          ) : (
            <>
              <Link className="b" href={`${base}/${gatePath(gate.kind)}`}>
                {GATE_KIND_LABELS[gate.kind]}
              </Link>{" "}
              <Standing gate={gate} judged={gate.judged} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

type Judged = NonNullable<WaveGate["judged"]>;

function Standing({ gate, judged }: { gate: WaveGate; judged: Judged }) {
  const { met, waived, total } = judged.score;
  const count = <span className="mute">{`${met + waived} of ${total} met or waived`}</span>;
  if (!gate.ahead) return <>{count}, decided</>;
  return (
    <>
      <Verdict tone={judged.holds ? "ok" : "risk"}>{judged.holds ? "Holds" : "Does not hold"}</Verdict>{" "}
      {count}
    </>
  );
}

function NotOpen({
  gate: { kind, demanded, opens },
  base,
  mayOpen,
}: { gate: WaveGate } & Omit<Props, "gates">) {
  const word = demanded ? "not open yet, and demanded" : "not open";
  const form = kind === "go_no_go" ? `${base}/gate/open` : `${base}/gate/open?kind=${kind}`;
  return (
    <>
      {GATE_KIND_LABELS[kind]} <span className="mute">{word}</span>{" "}
      {mayOpen && opens ? (
        <Link className="go" href={form}>
          Open it
        </Link>
      ) : null}
    </>
  );
}
