import { wordsOf } from "@/components/risks/score-figures";
import { Score } from "@/components/ui/measure";
import { Missing } from "@/components/ui/missing";
import { Moment } from "@/components/ui/moment";
import { EmptyState } from "@/components/ui/states";
import { Heads, Tbl } from "@/components/ui/table";
import { ASPECT_LABELS } from "@/lib/risks/labels";
import type { AssessmentEntry } from "@/lib/risks/model/risk";
import type { RiskScales } from "@/lib/risks/model/scale";
import { levelIn, scaleInUse, scaleOf, stepOf } from "@/lib/risks/rules/scales";
import { scoreOf } from "@/lib/risks/rules/scores";

/** Every assessment that was ever made, the newest first. */
export function AssessmentTable({
  entries,
  zone,
  scales,
}: {
  entries: readonly AssessmentEntry[];
  zone: string;
  scales: RiskScales;
}) {
  const several = scaleInUse(scales).version > 1;
  if (entries.length === 0) {
    return (
      <EmptyState title="Nobody has assessed this risk">Its score is unknown until somebody does.</EmptyState>
    );
  }
  return (
    <Tbl caption="Assessments, the newest first" stack="run">
      <Heads
        of={[
          "Assessment",
          ["Score", { width: 96 }],
          "Likelihood and impact",
          several ? "Scale" : null,
          "By",
          "When",
        ]}
      />
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <th scope="row">{ASPECT_LABELS[entry.aspect]}</th>
            <td>
              <Score
                score={scoreOf(entry.rating)}
                level={stepOf(levelIn(scaleOf(scales, entry.scale), entry.rating))}
              />
            </td>
            <td>{wordsOf(entry.rating, scaleOf(scales, entry.scale))}</td>
            {several ? <td data-l="scale">{entry.scale}</td> : null}
            <td>{entry.by ?? <Missing />}</td>
            <td className="nw">
              <Moment at={entry.assessedAt} zone={zone} />
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}
