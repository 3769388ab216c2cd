import { wordsOf } from "@/components/risks/score-figures";
import { Score } from "@/components/ui/measure";
import { Missing } from "@/components/ui/missing";
import { Moment } from "@/components/ui/moment";
import { EmptyState } from "@/components/ui/states";
import { Heads, Tbl } from "@/components/ui/table";
import { ASPECT_LABELS } from "@/lib/risks/labels";
import type { AssessmentEntry } from "@/lib/risks/model";
import { rampStep, scoreOf } from "@/lib/risks/rules/scores";

/** Every assessment that was ever made, the newest first. */
export function AssessmentTable({ entries, zone }: { entries: readonly AssessmentEntry[]; zone: string }) {
  if (entries.length === 0) {
    return (
      <EmptyState title="Nobody has assessed this risk">Its score is unknown until somebody does.</EmptyState>
    );
  }
  return (
    <Tbl caption="Assessments, the newest first">
      <Heads of={[["Score", { width: 96 }], "Assessment", "Likelihood and impact", "By", "When"]} />
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td>
              <Score score={scoreOf(entry.rating)} level={rampStep(scoreOf(entry.rating))} />
            </td>
            <th scope="row">{ASPECT_LABELS[entry.aspect]}</th>
            <td>{wordsOf(entry.rating)}</td>
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
