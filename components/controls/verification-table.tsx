import { Missing } from "@/components/ui/missing";
import { Day, Moment } from "@/components/ui/moment";
import { Verdict } from "@/components/ui/status";
import { Heads, Tbl } from "@/components/ui/table";
import { OUTCOME_LABELS } from "@/lib/controls/labels";
import type { VerificationEntry } from "@/lib/controls/model";

/** Every verification of a control, the newest first; the first line is the one that counts. */
export function VerificationTable({
  entries,
  zone,
}: {
  entries: readonly VerificationEntry[];
  zone: string;
}) {
  if (entries.length === 0) return <p className="never">Nobody has recorded whether it holds.</p>;
  return (
    <Tbl caption="Verifications, the newest first" stack="run">
      <Heads of={["Day", "Outcome", "Note", "Recorded"]} />
      <tbody>
        {entries.map(({ id, verifiedOn, outcome, note, by, recordedAt }) => (
          <tr key={id}>
            <th scope="row">
              <Day on={verifiedOn} />
            </th>
            <td>
              <Verdict tone={outcome === "holds" ? "ok" : "off"}>{OUTCOME_LABELS[outcome]}</Verdict>
            </td>
            <td>{note === "" ? <Missing>no note</Missing> : note}</td>
            <td>
              by {by}, <Moment at={recordedAt} zone={zone} show="day" />
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}
