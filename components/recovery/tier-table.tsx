import { CountCells, SHOWN_JUDGEMENTS } from "@/components/recovery/judgement-count-table";
import { Link } from "@/components/ui/link";
import { Days, Duration } from "@/components/ui/moment";
import { Verdict } from "@/components/ui/status";
import { Heads, Tbl } from "@/components/ui/table";
import { JUDGEMENT_LABELS } from "@/lib/recovery/labels";
import type { Judgement, RecoveryGroup, RecoveryOverview } from "@/lib/recovery/model";
import type { RecoverySearch } from "@/lib/recovery/rules/search";

type Props = { overview: RecoveryOverview; hrefFor: (filters: Partial<RecoverySearch>) => string };

/** What each tier promises, what of it is proven, and how many are without a target. Without a tier nothing is proven: nobody says how often to drill. */
export function TierTable({ overview: { tiers, withoutTier }, hrefFor }: Props) {
  return (
    <Tbl caption="Recovery targets by tier, and what of them is proven" stack="run">
      <Heads
        of={[
          "Tier",
          "RTO",
          "RPO",
          "Drill every",
          "Workloads",
          ...SHOWN_JUDGEMENTS.map((judgement) => JUDGEMENT_LABELS[judgement]),
          "Without a target",
        ]}
      />
      <tbody>
        {tiers.map((tier) => (
          <tr key={tier.id}>
            <th scope="row">{tier.name}</th>
            <td className="nw" data-l="RTO">
              <Duration minutes={tier.rto} missing="not stated" />
            </td>
            <td className="nw" data-l="RPO">
              <Duration minutes={tier.rpo} missing="not stated" />
            </td>
            <td className="nw" data-l="drill every">
              <Days count={tier.drillIntervalDays} />
            </td>
            <GroupCells group={tier} tier={tier.id} hrefFor={hrefFor} />
          </tr>
        ))}
        {withoutTier.workloads === 0 ? null : (
          <tr>
            <th scope="row">
              <Verdict tone="unk">No tier</Verdict>
            </th>
            <td colSpan={3} className="never">
              nothing to inherit
            </td>
            <GroupCells group={withoutTier} tier="none" hrefFor={hrefFor} />
          </tr>
        )}
      </tbody>
    </Tbl>
  );
}

type CellsProps = { group: RecoveryGroup; tier: string; hrefFor: Props["hrefFor"] };

function GroupCells({ group: { workloads, withOwn, missing, counts }, tier, hrefFor }: CellsProps) {
  const judged = (judgement: Judgement) => hrefFor({ judged: judgement, tier });
  return (
    <>
      <CountCells total={workloads} counts={counts} hrefFor={judged}>
        {withOwn === 0 ? null : <span className="sub">{withOwn} with a target of their own</span>}
      </CountCells>
      <td className={missing === 0 ? "not-s" : undefined} data-l="without a target">
        {missing === 0 ? (
          "0"
        ) : (
          <Link className="go" href={hrefFor({ show: "missing", tier })}>
            {missing}
          </Link>
        )}
      </td>
    </>
  );
}
