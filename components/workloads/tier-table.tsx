import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Days, Duration } from "@/components/ui/moment";
import { Heads, Tbl } from "@/components/ui/table";
import type { TierView } from "@/lib/workloads/model/tier";

type Props = { tiers: readonly TierView[]; path: string; workloadsPath: string; changes: boolean };

/** One line a class of service, with what it promises. */
export function TierTable({ tiers, path, workloadsPath, changes }: Props) {
  return (
    <Tbl caption="Tiers and what they promise" stack="run" roomy>
      <Heads
        of={[
          "Tier",
          "RTO",
          "RPO",
          "Availability",
          "Drill every",
          ["Workloads", "r"],
          changes ? ["Change", "vh"] : null,
        ]}
      />
      <tbody>
        {tiers.map((tier) => (
          <tr key={tier.id}>
            <th scope="row">{tier.name}</th>
            <td data-l="RTO">
              <Duration minutes={tier.rtoMinutes} missing="not stated" />
            </td>
            <td data-l="RPO">
              <Duration minutes={tier.rpoMinutes} missing="not stated" />
            </td>
            <td data-l="Availability">
              {tier.availability === null ? <Missing>not stated</Missing> : `${Number(tier.availability)} %`}
            </td>
            <td data-l="Drill every">
              <Days count={tier.drillIntervalDays} />
            </td>
            <td data-l="Workloads" className="r">
              {tier.workloads === 0 ? (
                "0"
              ) : (
                <Link href={`${workloadsPath}?tier=${tier.id}`}>
                  {tier.workloads}
                  <span className="vh"> workloads of {tier.name}</span>
                </Link>
              )}
            </td>
            {changes ? (
              <td className="r">
                <Link className="go" href={`${path}?change=${tier.id}#form`}>
                  Change<span className="vh"> {tier.name}</span>
                </Link>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}
