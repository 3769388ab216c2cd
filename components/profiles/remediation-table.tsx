import { Due } from "@/components/risks/due";
import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Status } from "@/components/ui/status";
import { SortHead, Tbl } from "@/components/ui/table";
import { REMEDIATION_KIND_LABELS, REMEDIATION_STATE_LABELS } from "@/lib/profiles/labels";
import type { RemediationRow, RemediationState } from "@/lib/profiles/model";
import { type RemediationSearch, type RemediationSort, remediationHref } from "@/lib/profiles/rules/search";

type Props = {
  rows: readonly RemediationRow[];
  /** Address of the program. */
  home: string;
  /** With a search the heads sort and the workload has a column of its own. */
  search?: RemediationSearch;
};

/** What will hurt in the move, and what is done about it. */
export function RemediationTable({ rows, home, search }: Props) {
  const head = (sort: RemediationSort, label: string) =>
    search === undefined ? (
      <th scope="col">{label}</th>
    ) : (
      <SortHead
        {...{ sort, label, search }}
        hrefFor={(order) => remediationHref(`${home}/remediation`, search, { sort, order })}
      />
    );
  return (
    <Tbl caption="What will hurt in the move" stack="cards">
      <thead>
        <tr>
          {head("title", "What hurts")}
          {search === undefined ? null : head("workload", "Workload")}
          {search === undefined ? null : head("wave", "Wave")}
          {head("kind", "Kind")}
          {head("owner", "Owner")}
          {head("due", "Due")}
          {head("state", "State")}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link href={`${home}/remediation/${row.id}`}>{row.title}</Link>
              {search === undefined && row.remedy !== "" ? (
                <p className="soft small reg">{row.remedy}</p>
              ) : null}
            </th>
            {search === undefined ? null : (
              <td className="half">
                <Link className="quiet" href={`${home}/workloads/${row.workloadId}?tab=remediation`}>
                  {row.workload}
                </Link>
              </td>
            )}
            {search === undefined ? null : (
              <td className="half2" data-l="Wave">
                {row.wave ?? <Missing>none</Missing>}
              </td>
            )}
            <td>{REMEDIATION_KIND_LABELS[row.kind]}</td>
            <td className="half">{row.owner ?? <span className="miss">no owner</span>}</td>
            <td className="half2" data-l="Due">
              <Due on={row.dueOn} overdueDays={row.overdueDays} short />
            </td>
            <td className="hl">
              <StateBadge state={row.state} />
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

const SHAPES = {
  open: "not-started",
  in_progress: "in-progress",
  done: "complete",
  accepted: "cancelled",
} as const satisfies Record<RemediationState, string>;

/** How far a remediation item is. */
export function StateBadge({ state }: { state: RemediationState }) {
  return <Status lifecycle={SHAPES[state]} word={REMEDIATION_STATE_LABELS[state]} />;
}
