import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Duration, Moment } from "@/components/ui/moment";
import { DefinitionList } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import { Heads, Tbl } from "@/components/ui/table";
import { StateBadge } from "@/components/waves/wave-badges";
import { ROLLBACK_EXTENT_LABELS, WAVE_STATE_LABELS } from "@/lib/waves/labels";
import { FINISHED, type WaveState } from "@/lib/waves/model/states";
import type { WaveAttempt, WaveRollback } from "@/lib/waves/model/step";
import { durationWords } from "@/lib/waves/rules/window-words";

type Looks = {
  zone: string;
  /** The page on which a rollback is recorded; absent for those who may not. */
  recordHref?: string | undefined;
};

const OVER: readonly WaveState[] = [...FINISHED, "rolled_back"];

/** Every attempt of a wave, the newest first: where it stands, its steps, and what its rollback left behind. */
export function Attempts({ attempts, ...looks }: Looks & { attempts: readonly WaveAttempt[] }) {
  return attempts.map((one) => (
    <section key={one.attempt}>
      <h2 className="grp">
        Attempt {one.attempt}{" "}
        <span>
          <StateBadge state={one.state} attempt={1} />
        </span>
      </h2>
      {one.rolledBack === null ? null : <Rollback attempt={one} {...looks} />}
      <Steps attempt={one} zone={looks.zone} />
    </section>
  ));
}

function Steps({ attempt: { attempt, state, steps }, zone }: { attempt: WaveAttempt; zone: string }) {
  if (steps.length === 0) {
    return (
      <EmptyState title="The wave has not moved yet">
        It stands where it was created. Every step is kept here with who took it and why.
      </EmptyState>
    );
  }
  return (
    <Tbl caption={`Steps of attempt ${attempt}`} roomy stack="run">
      <Heads of={["Step", "When", "Lasted", "Who", "Reason"]} />
      <tbody>
        {steps.map((step) => (
          <tr key={`${step.at.toISOString()} ${step.to}`}>
            <th scope="row">
              {WAVE_STATE_LABELS[step.from]} → {WAVE_STATE_LABELS[step.to]}
            </th>
            <td className="nw">
              <Moment at={step.at} zone={zone} />
            </td>
            <td data-l="Lasted">
              {step.until === null ? (
                <span className="mute">{OVER.includes(state) ? "to the end" : "until now"}</span>
              ) : (
                durationWords(step.at, step.until)
              )}
            </td>
            <td>{step.by ?? "a former member"}</td>
            <td data-l="Reason">
              {step.reason === "" ? <span className="mute">none was asked for</span> : step.reason}
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

function Rollback({
  attempt: { attempt, state, present, rolledBack, rollback },
  zone,
  recordHref,
}: Looks & { attempt: WaveAttempt }) {
  if (rolledBack === null) return null;
  const record =
    recordHref === undefined ? null : (
      <Link className="go" href={`${recordHref}?attempt=${attempt}`}>
        {rollback === null ? "Record what was rolled back" : "Record it anew"}
      </Link>
    );
  return (
    <>
      <DefinitionList
        items={[
          { label: <Moment at={rolledBack.at} zone={zone} />, value: `Rolled back: ${rolledBack.reason}` },
          ...(rollback === null
            ? [{ label: "What was rolled back", value: <Missing>nobody has recorded it yet</Missing> }]
            : recorded(rollback, rolledBack.at, zone)),
        ]}
      />
      {present && state === "rolled_back" ? (
        <p className="soft dense" style={{ marginTop: 8 }}>
          Attempt {attempt + 1} begins when the wave is prepared again. It has no window, no gate and no
          signatures yet: those of this attempt stay with it.
        </p>
      ) : null}
      {record === null ? null : <p style={{ margin: "8px 0 16px" }}>{record}</p>}
    </>
  );
}

function recorded(rollback: WaveRollback, at: Date, zone: string) {
  const { extent, what, remains, lossMinutes, loss, usableAt, by, recordedAt } = rollback;
  return [
    { label: ROLLBACK_EXTENT_LABELS[extent], value: what },
    ...(extent === "part" ? [{ label: "What stayed", value: remains }] : []),
    {
      label: "Data lost",
      value: (
        <>
          {lossMinutes === 0 ? "none" : <Duration minutes={lossMinutes} missing="unknown" />}
          {loss === "" ? "" : `: ${loss}`}
        </>
      ),
    },
    {
      label: "Usable again",
      value:
        usableAt === null ? (
          <Missing />
        ) : (
          <>
            <Moment at={usableAt} zone={zone} />
            {usableAt > at ? `, ${durationWords(at, usableAt)} after it was called` : ""}
          </>
        ),
    },
    {
      label: "Recorded",
      value: (
        <>
          {by}, <Moment at={recordedAt} zone={zone} />
        </>
      ),
    },
  ];
}
