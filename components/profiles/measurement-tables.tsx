import { Missing } from "@/components/ui/missing";
import { Day } from "@/components/ui/moment";
import { Verdict } from "@/components/ui/status";
import { Heads, Tbl } from "@/components/ui/table";
import { METRIC_LABELS } from "@/lib/profiles/labels";
import type { MeasurementView, Metric } from "@/lib/profiles/model";
import type { MetricLine } from "@/lib/profiles/rules/compare";
import { metricWord } from "@/lib/profiles/rules/metric-words";

/** Each metric as it is before the move and after it, against its target. */
export function MetricTable({ lines, moved }: { lines: readonly MetricLine[]; moved: boolean }) {
  return (
    <Tbl caption="What was measured, before and after the move" stack="cards">
      <Heads of={["Metric", "As it is", "After the move", "Target", "Against target"]} />
      <tbody>
        {lines.map((line) => (
          <tr key={line.metric}>
            <th scope="row">{METRIC_LABELS[line.metric]}</th>
            <td data-l="As it is:">
              <Figure metric={line.metric} figure={line.before} missing="unknown" />
            </td>
            <td data-l="After:">
              <Figure
                metric={line.metric}
                figure={line.after}
                missing={moved ? "unknown" : "not moved yet"}
              />
              {line.course === "better" || line.course === "worse" ? (
                <p className="mute small">{line.course} than before</p>
              ) : null}
            </td>
            <td data-l="Target:">
              {line.target === null ? <Missing>none</Missing> : metricWord(line.metric, line.target)}
            </td>
            <td className={line.against === "no_target" ? "not-s" : undefined}>
              <Standing line={line} />
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

function Figure({
  metric,
  figure,
  missing,
}: {
  metric: Metric;
  figure: MeasurementView | null;
  missing: string;
}) {
  if (figure === null) return <Missing>{missing}</Missing>;
  return (
    <>
      <b className="b nw">{metricWord(metric, figure.value, figure.unit)}</b>
      <p className="mute small">
        {figure.source}, <Day on={figure.measuredOn} />
      </p>
    </>
  );
}

function Standing({ line }: { line: MetricLine }) {
  switch (line.against) {
    case "meets":
      return <Verdict tone="ok">Within target</Verdict>;
    case "misses":
      return <Verdict tone="off">Misses target</Verdict>;
    case "unknown":
      return <Verdict tone="unk">Not measured</Verdict>;
    case "no_target":
      return <Missing>no target</Missing>;
  }
}

/** Every figure that was ever recorded, the newest first. */
export function MeasurementHistory({ measurements }: { measurements: readonly MeasurementView[] }) {
  return (
    <Tbl caption="Every figure that was recorded" stack="cards">
      <Heads of={["Measured on", "Metric", "Figure", "From", "Recorded by"]} />
      <tbody>
        {measurements.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <Day on={one.measuredOn} />
            </th>
            <td data-l="Metric:">{METRIC_LABELS[one.metric]}</td>
            <td data-l="Figure:" className="nw">
              {metricWord(one.metric, one.value, one.unit)}
            </td>
            <td data-l="From:">
              {one.source}
              {one.note === "" ? null : <p className="mute small">{one.note}</p>}
            </td>
            <td data-l="Recorded by:">{one.recordedBy ?? <Missing />}</td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}
