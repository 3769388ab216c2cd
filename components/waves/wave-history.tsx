import { Moment } from "@/components/ui/moment";
import { EmptyState } from "@/components/ui/states";
import { Heads, Tbl } from "@/components/ui/table";
import type { RecordedEvent } from "@/lib/audit/model";
import { WAVE_STATE_LABELS } from "@/lib/waves/labels";
import type { WaveTransitionRow } from "@/lib/waves/model";
import { describeChange } from "@/lib/waves/rules/describe-change";

/** The steps of the wave, the newest first. */
export function WaveSteps({ steps, zone }: { steps: readonly WaveTransitionRow[]; zone: string }) {
  if (steps.length === 0) {
    return (
      <EmptyState title="The wave has not moved yet">
        It stands where it was created. Every step is kept here with who took it and why.
      </EmptyState>
    );
  }
  return (
    <Tbl caption="Steps of the wave" roomy>
      <Heads of={["Step", "When", "Who", "Reason"]} />
      <tbody>
        {steps.map((step) => (
          <tr key={`${step.at.toISOString()} ${step.to}`}>
            <th scope="row">
              {WAVE_STATE_LABELS[step.from]} → {WAVE_STATE_LABELS[step.to]}
              {step.attempt > 1 ? <span className="sub">attempt {step.attempt}</span> : null}
            </th>
            <td className="nw">
              <Moment at={step.at} zone={zone} />
            </td>
            <td>{step.by ?? "a former member"}</td>
            <td>{step.reason === "" ? <span className="mute">none was asked for</span> : step.reason}</td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

/** What changed about the wave, its gate and its checklist, the newest first. */
export function WaveChanges({
  events,
  zone,
  dense,
}: {
  events: readonly RecordedEvent[];
  zone: string;
  dense?: boolean;
}) {
  return (
    <ul className={dense ? "rows dense soft" : "rows"}>
      {events.map((event) => (
        <li key={event.seq} style={{ overflowWrap: "anywhere" }}>
          {describeChange(event.body)}{" "}
          <span className="mute nw">
            <Moment at={event.occurredAt} zone={zone} />
          </span>
        </li>
      ))}
    </ul>
  );
}
