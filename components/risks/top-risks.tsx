import { Due } from "@/components/risks/due";
import { GivenScore } from "@/components/risks/register";
import { Link } from "@/components/ui/link";
import { EmptyState } from "@/components/ui/states";
import { Verdict } from "@/components/ui/status";
import { Heads, Tbl } from "@/components/ui/table";
import type { RiskRowMoved } from "@/lib/risks/model/register";

export type TopRisksProps = {
  rows: readonly RiskRowMoved[];
  /** How many stand above appetite in all. */
  total: number;
  /** How many more stand above it and are accepted. */
  accepted: number;
  /** How many are open; none recorded is no good news. */
  open: number;
  /** How many could not be judged; an empty list is good news only when this is 0. */
  unknown: number;
  base: string;
  allHref: string;
};

/** The risks above appetite, the worst first: who has them and what comes next. */
export function TopRisks({ rows, total, accepted, open, unknown, base, allHref }: TopRisksProps) {
  if (rows.length === 0) return <NothingAbove {...{ open, unknown, accepted, base }} />;
  const title = total === 1 ? "The risk above appetite" : `${total} risks above appetite`;
  return (
    <>
      <Tbl caption="Risks above appetite, the worst first" className="risks" stack="lead">
        <Heads of={[["Score", { width: 64 }], [title, { width: "42%" }], "Owner and next action"]} />
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <GivenScore row={row} aspect="current" note={noteOf(row)} />
              </td>
              <th scope="row">
                <Link href={`${base}/${row.code}`}>{row.title}</Link>
                <span className="sub">
                  {row.code}
                  {row.waves.length > 0 ? `, Wave ${row.waves.join(", ")}` : ""}
                </span>
              </th>
              <td>
                {row.owner ?? <Verdict tone="off">No owner</Verdict>}
                <span className="sub">
                  {row.nextAction === "" ? "No next action" : row.nextAction},{" "}
                  <Due on={row.dueOn} overdueDays={row.overdueDays} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </Tbl>
      {total > rows.length ? (
        <p className="small" style={{ marginTop: 6 }}>
          <Link className="go" href={allHref}>
            All {total} above appetite
          </Link>
        </p>
      ) : null}
    </>
  );
}

function NothingAbove({
  open,
  unknown,
  accepted,
  base,
}: Pick<TopRisksProps, "open" | "unknown" | "accepted" | "base">) {
  if (open === 0) {
    return (
      <EmptyState title="No risk is recorded">
        That is not the same as no risk: nobody may have looked yet.
      </EmptyState>
    );
  }
  if (unknown === 0 && accepted > 0) {
    return (
      <EmptyState title="What stands above appetite is accepted">
        {accepted === 1 ? "One open risk" : `${accepted} open risks`} above appetite: an executive lives with{" "}
        {accepted === 1 ? "it" : "them"} until a date.
      </EmptyState>
    );
  }
  if (unknown === 0)
    return <EmptyState title="Nothing stands above appetite">Every open risk is judged.</EmptyState>;
  return (
    <EmptyState
      title="Nothing is known to stand above appetite"
      action={
        <p style={{ marginTop: 12 }}>
          <Link className="go" href={`${base}?appetite=unknown#register`}>
            See what cannot be judged
          </Link>
        </p>
      }
    >
      {unknown === 1 ? "One open risk" : `${unknown} open risks`} cannot be judged: a score or an appetite is
      missing.
    </EmptyState>
  );
}

function noteOf(row: RiskRowMoved): string | undefined {
  if (row.fresh) return "new";
  return row.scoreThen !== null && row.scoreThen !== row.currentScore ? `was ${row.scoreThen}` : undefined;
}
