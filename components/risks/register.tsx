import Link from "next/link";
import { Due } from "@/components/risks/due";
import { ShortStanding } from "@/components/risks/standing";
import { Score } from "@/components/ui/measure";
import { Missing } from "@/components/ui/missing";
import { Grid, SortHead } from "@/components/ui/table";
import { RISK_STATUS_LABELS, TREATMENT_LABELS } from "@/lib/risks/labels";
import type { RiskRow } from "@/lib/risks/model";
import { rampStep } from "@/lib/risks/rules/scores";
import { naturalOrder, type RiskSearch, type RiskSort, riskHref } from "@/lib/risks/rules/search";

/** The register: one line a risk, sorted by link. */
export function Register({
  rows,
  path,
  search,
  zone,
}: {
  rows: readonly RiskRow[];
  path: string;
  search: RiskSearch;
  /** The program's. */
  zone: string;
}) {
  const head = (sort: RiskSort, label: string, className?: string) => (
    <SortHead
      {...{ sort, label, search, className }}
      first={naturalOrder(sort)}
      hrefFor={(order) => `${riskHref(path, search, { sort, order })}#register`}
    />
  );
  return (
    <Grid caption="Risk register">
      <thead>
        <tr>
          {head("code", "Code")}
          {head("title", "Risk")}
          {head("score", "Score")}
          <th scope="col" className="p3">
            Target
          </th>
          <th scope="col">Appetite</th>
          <th scope="col" className="p4">
            Domain
          </th>
          {head("owner", "Owner")}
          <th scope="col" className="p3">
            Treatment
          </th>
          <th scope="col" className="p2">
            Waves
          </th>
          {head("due", "Due")}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line key={row.id} {...{ row, path, search, zone }} />
        ))}
      </tbody>
    </Grid>
  );
}

type LineProps = { row: RiskRow; path: string; search: RiskSearch; zone: string };

function Line({ row, path, search, zone }: LineProps) {
  const shown = search.aspect === "inherent" ? row.inherentScore : row.currentScore;
  return (
    <tr>
      <td className="l2">{row.code}</td>
      <th scope="row" className="wrap" style={{ minWidth: 220 }}>
        <Link href={`${path}/${row.code}`}>{row.title}</Link>
        {row.status === "closed" ? (
          <span className="l2"> {RISK_STATUS_LABELS.closed.toLowerCase()}</span>
        ) : null}
      </th>
      <td className="hl">
        <Score score={shown} level={rampStep(shown)} />
      </td>
      <td className="p3">
        <Score score={row.targetScore} level={rampStep(row.targetScore)} />
      </td>
      <td className="m" data-l="Appetite:">
        <ShortStanding
          standing={row.standing}
          score={row.currentScore}
          appetite={row.appetite}
          acceptedUntil={row.acceptedUntil}
          zone={zone}
        />
      </td>
      <td className="p4 l2">{row.domain ?? <Missing>no domain</Missing>}</td>
      <td className="m" data-l="Owner:">
        {row.owner ?? <b className="miss">no owner</b>}
      </td>
      <td className="p3 l2">
        {row.treatment === null ? <Missing>not decided</Missing> : TREATMENT_LABELS[row.treatment]}
      </td>
      <td className="p2">{row.waves.length === 0 ? <Missing>none</Missing> : row.waves.join(", ")}</td>
      <td className="m" data-l="Due:">
        <Due on={row.dueOn} overdueDays={row.overdueDays} short />
      </td>
    </tr>
  );
}
