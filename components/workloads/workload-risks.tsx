import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Day } from "@/components/ui/moment";
import { Verdict } from "@/components/ui/status";
import { Heads, Tbl } from "@/components/ui/table";
import type { WorkloadRiskView } from "@/lib/workloads/rules/view";

/** The open risks of a workload, the highest first; those that nobody judged stand above all. */
export function WorkloadRisks({
  risks,
  risksPath,
}: {
  risks: readonly WorkloadRiskView[];
  risksPath: string;
}) {
  return (
    <Tbl caption="Open risks of this workload" stack="cards">
      <Heads of={["Risk", "Domain", "Owner", "Due", "Against appetite"]} />
      <tbody>
        {risks.map((risk) => (
          <tr key={risk.code}>
            <th scope="row">
              <Link href={`${risksPath}/${risk.code}`}>
                {risk.code} {risk.title}
              </Link>
            </th>
            <td data-l="Domain:">{risk.domain ?? <Missing>no domain</Missing>}</td>
            <td data-l="Owner:">{risk.owner ?? <span className="miss">no owner</span>}</td>
            <td data-l="Due:">
              {risk.dueOn === null ? (
                <Missing>no date</Missing>
              ) : (
                <span className={risk.late ? "miss" : undefined}>
                  <Day on={risk.dueOn} />
                  {risk.late ? " late" : ""}
                </span>
              )}
            </td>
            <td>
              <Standing risk={risk} />
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

function Standing({ risk }: { risk: WorkloadRiskView }) {
  if (risk.score === null) return <Verdict tone="unk">Not judged</Verdict>;
  if (risk.appetite === null) return <Verdict tone="unk">{risk.score}, no appetite set</Verdict>;
  if (risk.aboveAppetite && risk.acceptedUntil !== null) {
    return (
      <Verdict tone="acc" wrap>
        {risk.score}, above {risk.appetite}, accepted until <Day on={risk.acceptedUntil} />
      </Verdict>
    );
  }
  if (risk.aboveAppetite) {
    return (
      <Verdict tone="off">
        {risk.score}, above {risk.appetite}
      </Verdict>
    );
  }
  return (
    <Verdict tone="ok">
      {risk.score}, within {risk.appetite}
    </Verdict>
  );
}
