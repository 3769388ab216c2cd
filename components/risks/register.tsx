import { Due } from "@/components/risks/due";
import { ShortStanding } from "@/components/risks/standing";
import { Link } from "@/components/ui/link";
import { Score } from "@/components/ui/measure";
import { Missing } from "@/components/ui/missing";
import { Grid, SortHead } from "@/components/ui/table";
import { counted } from "@/lib/kernel/text";
import { PROXIMITY_LABELS, RISK_STATUS_LABELS, TREATMENT_LABELS } from "@/lib/risks/labels";
import type { AssessmentAspect, Level, Score as ScoreValue } from "@/lib/risks/model/rating";
import type { RiskRow } from "@/lib/risks/model/register";
import type { RiskSearch, RiskSort } from "@/lib/risks/rules/search";
import { naturalOrder, riskHref } from "@/lib/risks/rules/search-href";

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
    <Grid caption="Risk register" className="run">
      <thead>
        <tr>
          {head("code", "Code")}
          {head("title", "Risk")}
          {head("score", "Score")}
          <th scope="col" className="p1">
            Target
          </th>
          <th scope="col">Appetite</th>
          <th scope="col" className="p2">
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
          {head("near", "Possible", "p1")}
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
  const aspect = search.aspect === "inherent" ? "inherent" : "current";
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
        <GivenScore row={row} aspect={aspect} />
      </td>
      <td className="p1">
        <GivenScore row={row} aspect="target" />
      </td>
      <td className="m">
        <ShortStanding
          standing={row.standing}
          score={row.currentScore}
          appetite={row.appetite}
          acceptedUntil={row.acceptedUntil}
          older={row.older.includes("current")}
          zone={zone}
        />
      </td>
      <td className="p2 l2">{row.domain ?? <Missing>no domain</Missing>}</td>
      <td className="m">{row.owner ?? <b className="miss">no owner</b>}</td>
      <td className="p3 l2" style={{ minWidth: 112, whiteSpace: "normal" }}>
        {row.treatment === null ? <Missing>not decided</Missing> : TREATMENT_LABELS[row.treatment]}
        <ActionsLine row={row} />
      </td>
      <td className="p2">{row.waves.length === 0 ? <Missing>none</Missing> : row.waves.join(", ")}</td>
      <td className="m">
        <Due on={row.dueOn} overdueDays={row.overdueDays} short />
      </td>
      <td className="p1 l2">
        {row.proximity === "unknown" ? <Missing /> : PROXIMITY_LABELS[row.proximity].toLowerCase()}
      </td>
    </tr>
  );
}

/** The score on its ramp; one of an older scale says so. */
export function GivenScore({
  row,
  aspect,
  note,
}: {
  row: Pick<RiskRow, `${AssessmentAspect}Score` | `${AssessmentAspect}Level` | "older">;
  aspect: AssessmentAspect;
  note?: string;
}) {
  const score: ScoreValue | null = row[`${aspect}Score`];
  const level: Level | null = row[`${aspect}Level`];
  const older = row.older.includes(aspect) ? "older scale" : undefined;
  return <Score score={score} level={level} note={[older, note].filter(Boolean).join(", ") || undefined} />;
}

function ActionsLine({ row }: { row: RiskRow }) {
  if (row.actions === 0) return null;
  return (
    <span className="mute block">
      {row.actionsDone} of {counted(row.actions, "action")} done
      {row.actionsLate > 0 ? (
        <>
          , <b className="miss nw">{row.actionsLate} late</b>
        </>
      ) : null}
    </span>
  );
}
