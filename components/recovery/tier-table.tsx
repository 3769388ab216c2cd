import Link from "next/link";
import { Days, Duration } from "@/components/ui/moment";
import { Verdict } from "@/components/ui/status";
import { Heads, Tbl } from "@/components/ui/table";
import type { RecoveryOverview } from "@/lib/recovery/model";

/** What each tier promises, how many of its workloads are proven, and how many are without a target. Without a tier nothing is proven: nobody says how often to drill. */
export function TierTable({ overview, path }: { overview: RecoveryOverview; path: string }) {
  const { withoutTier } = overview;
  return (
    <Tbl caption="Recovery targets by tier" roomy>
      <Heads
        of={[
          "Tier",
          "RTO target",
          "RPO target",
          "Drill every",
          "Workloads",
          "Proven recoverable",
          "With a target of their own",
          "Without a target",
        ]}
      />
      <tbody>
        {overview.tiers.map((tier) => (
          <tr key={tier.id}>
            <th scope="row">{tier.name}</th>
            <td data-l="RTO target:">
              <Duration minutes={tier.rto} missing="not stated" />
            </td>
            <td data-l="RPO target:">
              <Duration minutes={tier.rpo} missing="not stated" />
            </td>
            <td data-l="Drill every:">
              <Days count={tier.drillIntervalDays} />
            </td>
            <td data-l="Workloads:">{tier.workloads}</td>
            <td data-l="Proven:">
              {tier.counts.met === 0 ? (
                "0"
              ) : (
                <Link className="go" href={`${path}?judged=met&tier=${tier.id}#workloads`}>
                  {tier.counts.met}
                </Link>
              )}
            </td>
            <td data-l="Own target:">{tier.withOwn}</td>
            <td data-l="Without:">
              {tier.missing === 0 ? (
                "0"
              ) : (
                <Link className="go" href={`${path}?show=missing&tier=${tier.id}#workloads`}>
                  {tier.missing}
                </Link>
              )}
            </td>
          </tr>
        ))}
        {withoutTier.workloads === 0 ? null : (
          <tr>
            <th scope="row">
              <Verdict tone="unk">No tier</Verdict>
            </th>
            <td data-l="RTO target:" className="never">
              no tier to inherit
            </td>
            <td data-l="RPO target:" className="never">
              no tier to inherit
            </td>
            <td data-l="Drill every:" className="never">
              not stated
            </td>
            <td data-l="Workloads:">{withoutTier.workloads}</td>
            <td data-l="Proven:">0</td>
            <td data-l="Own target:">{withoutTier.withOwn}</td>
            <td data-l="Without:">
              <Link className="go" href={`${path}?show=missing&tier=none#workloads`}>
                {withoutTier.missing}
              </Link>
            </td>
          </tr>
        )}
      </tbody>
    </Tbl>
  );
}
