import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Ticks } from "@/components/ui/measure";
import { Moment } from "@/components/ui/moment";
import { WindowZones } from "@/components/waves/window-zones";
import type { JudgedGate } from "@/lib/gates/model/judged";
import { gatePath } from "@/lib/gates/rules/gate-path";
import { zoneCity } from "@/lib/kernel/moments";
import { listed } from "@/lib/kernel/text";
import type { Violation } from "@/lib/kernel/violations";
import { STEP_LABELS, WAVE_STATE_LABELS } from "@/lib/waves/labels";
import { FINISHED, type WaveState } from "@/lib/waves/model/states";
import type { StepOption } from "@/lib/waves/model/step";
import type { WaveView } from "@/lib/waves/model/wave";
import type { WaveWindow } from "@/lib/waves/model/window";
import { guardOf } from "@/lib/waves/rules/guards";
import { clockChanges, countdown, durationWords, zoneLines } from "@/lib/waves/rules/window-words";

const AFTER_GATE: readonly WaveState[] = ["cutting_over", "hypercare", "closed", "rolled_back"];

type Zones = { program: string; mine: string };

/** Window, countdown, gate and next step: the band below the title. */
export function WaveFacts({
  wave,
  gate,
  base,
  zones,
  now,
  mayMove,
}: {
  wave: WaveView;
  gate: { judged: JudgedGate; closesAt: Date | null } | null;
  base: string;
  zones: Zones;
  now: Date;
  mayMove: boolean;
}) {
  const { window } = wave;
  return (
    <dl className="split facts">
      <div>
        <dt>{window === null ? "Window" : `Window, ${durationWords(window.startAt, window.endAt)}`}</dt>
        {window === null ? <NoWindow base={base} /> : <Window window={window} zones={zones} />}
      </div>
      <div>
        <dt>{window === null ? "Starts in" : countdown(window, now).label}</dt>
        <dd className="big">{window === null ? <Unknown /> : countdown(window, now).value}</dd>
        <RollbackBy wave={wave} />
      </div>
      <div>
        <dt>Go/no-go gate</dt>
        <GateScoreFact
          gate={gate}
          base={base}
          zone={window?.zone ?? zones.program}
          passed={AFTER_GATE.includes(wave.state)}
        />
      </div>
      <div>
        <dt>Next step</dt>
        <NextStep wave={wave} base={base} mayMove={mayMove} />
      </div>
    </dl>
  );
}

function Window({ window, zones }: { window: WaveWindow; zones: Zones }) {
  const lines = zoneLines(window, { wave: window.zone, ...zones });
  const changing = clockChanges(window, [window.zone, zones.program, zones.mine]).map(zoneCity);
  return (
    <>
      <dd>
        <WindowZones lines={lines} />
      </dd>
      {changing.length > 0 ? (
        <dd className="stale">Clocks change during this window in {listed(changing)}.</dd>
      ) : null}
    </>
  );
}

function NoWindow({ base }: { base: string }) {
  return (
    <>
      <dd className="big">
        <Unknown>no window yet</Unknown>
      </dd>
      <dd className="soft">
        <Link href={`${base}/window`}>Set the window</Link>
      </dd>
    </>
  );
}

function RollbackBy({ wave }: { wave: WaveView }) {
  const { window, rollbackMinutes } = wave;
  if (FINISHED.includes(wave.state)) return null;
  if (rollbackMinutes === null) return <dd className="soft">The time a rollback takes is not known</dd>;
  if (window === null) return <dd className="soft">Rolling back takes {duration(rollbackMinutes)}</dd>;
  const last = new Date(window.endAt.getTime() - rollbackMinutes * 60_000);
  return (
    <dd className="soft">
      Last moment to roll back
      <br />
      <Moment at={last} zone={window.zone} />
    </dd>
  );
}

function GateScoreFact({
  gate,
  base,
  zone,
  passed,
}: {
  gate: { judged: JudgedGate; closesAt: Date | null } | null;
  base: string;
  zone: string;
  /** The wave has cut over on it. */
  passed: boolean;
}) {
  if (gate === null) {
    return (
      <>
        <dd className="big">
          <Unknown>no gate yet</Unknown>
        </dd>
        <dd className="soft">
          Nothing can cut over without one. <Link href={`${base}/gate`}>Go to the gate</Link>
        </dd>
      </>
    );
  }
  const { score, holds } = gate.judged;
  const parts = [
    `${score.met} met`,
    ...(score.waived > 0 ? [`${score.waived} waived`] : []),
    ...(score.notMet > 0 ? [`${score.notMet} not met`] : []),
    ...(score.unknown > 0 ? [`${score.unknown} unknown`] : []),
  ];
  return (
    <>
      <dd className="big">
        <Link className="quiet" href={`${base}/gate`}>
          {score.met + score.waived} of {score.total}
        </Link>
      </dd>
      <dd style={{ margin: "3px 0 5px" }}>
        <Ticks
          big
          ticks={[
            ...Array.from({ length: score.met }, () => "met" as const),
            ...Array.from({ length: score.waived }, () => "waived" as const),
            ...Array.from({ length: score.notMet }, () => "failed" as const),
            ...Array.from({ length: score.unknown }, () => "ahead" as const),
          ]}
        />
      </dd>
      <dd className="soft">
        {score.met === score.total ? null : (
          <>
            {parts.join(", ")}
            <br />
          </>
        )}
        {passed ? "It held when the wave cut over" : holds ? "The gate holds" : "The gate does not hold yet"}
        {gate.closesAt === null || passed ? null : (
          <>
            , closes <Moment at={gate.closesAt} zone={zone} />
          </>
        )}
      </dd>
    </>
  );
}

function NextStep({ wave, base, mayMove }: { wave: WaveView; base: string; mayMove: boolean }) {
  const [next] = wave.steps;
  if (next === undefined) {
    return (
      <>
        <dd className="big">{WAVE_STATE_LABELS[wave.state]}</dd>
        <dd className="soft">The wave is finished. Its history stays.</dd>
      </>
    );
  }
  const others = wave.steps.slice(1);
  return (
    <>
      <dd className="big" style={{ marginBottom: 6 }}>
        {WAVE_STATE_LABELS[wave.state]} → {WAVE_STATE_LABELS[next.to]}
      </dd>
      <dd className="soft">
        {next.blockers.length === 0 ? (
          "Nothing stands against it."
        ) : (
          <>
            Not possible yet:{" "}
            {next.blockers.slice(0, 3).map((blocker, at) => (
              <span key={blocker.code}>
                {at > 0 ? ", " : ""}
                <Link href={blockerHref(blocker, base, wave.state)}>{shortBlocker(blocker)}</Link>
              </span>
            ))}
            {next.blockers.length > 3 ? ` and ${next.blockers.length - 3} more` : ""}.
          </>
        )}
      </dd>
      <dd className="acts-row" style={{ marginTop: 8 }}>
        {mayMove ? <StepButton step={next} base={base} /> : null}
        {mayMove
          ? others.map((step) => (
              <Link key={step.to} className="go" href={`${base}/move?to=${step.to}`}>
                {STEP_LABELS[step.to]}
              </Link>
            ))
          : null}
      </dd>
    </>
  );
}

function StepButton({ step, base }: { step: StepOption; base: string }) {
  if (step.blockers.length > 0) {
    return (
      <Link className="btn sm" aria-disabled="true" href={`${base}/move?to=${step.to}`}>
        {STEP_LABELS[step.to]}
      </Link>
    );
  }
  return (
    <Button size="sm" variant="pri" href={`${base}/move?to=${step.to}`}>
      {STEP_LABELS[step.to]}
    </Button>
  );
}

function Unknown({ children = "unknown" }: { children?: ReactNode }) {
  return <span style={{ color: "var(--unknown)" }}>{children}</span>;
}

function duration(minutes: number): string {
  return durationWords(new Date(0), new Date(minutes * 60_000));
}

const PLACES: Record<string, { href: string; short: string }> = {
  "no-workloads": { href: "?tab=workloads", short: "no workloads" },
  "no-lead": { href: "/edit", short: "no lead" },
  "no-window": { href: "/window", short: "no window" },
  "no-owner": { href: "?tab=workloads", short: "owners are missing" },
  "no-target": { href: "?tab=workloads", short: "recovery targets are missing" },
  gate: { href: "", short: "the gate does not hold" },
  "outside-window": { href: "/window", short: "outside the window" },
  freeze: { href: "/window#freezes", short: "a freeze stands in the way" },
  "open-items": { href: "?tab=checklist", short: "checklist items are open" },
};

/** Where what blocks the step from a state can be seen and mended. */
export function blockerHref(blocker: Violation, base: string, from: WaveState): string {
  if (blocker.code === "gate") return `${base}/${gatePath(guardOf(from) ?? "go_no_go")}`;
  return `${base}${PLACES[blocker.code]?.href ?? ""}`;
}

function shortBlocker(blocker: Violation): string {
  return PLACES[blocker.code]?.short ?? blocker.message;
}
