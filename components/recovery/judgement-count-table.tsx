import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Heads, Tbl } from "@/components/ui/table";
import { JUDGEMENT_LABELS } from "@/lib/recovery/labels";
import { JUDGEMENTS, type Judgement, type JudgementCounts } from "@/lib/recovery/model";

export type JudgementCountTableProps = {
  /** What the lines are: "Criticality", "Wave". */
  by: string;
  lines: readonly {
    key: string;
    name: ReactNode;
    total: number;
    counts: JudgementCounts;
    /** Where the workloads of a count are listed; left out, the counts lead nowhere. */
    hrefFor?: (judged: Judgement) => string;
  }[];
};

/** Best first. */
export const SHOWN_JUDGEMENTS = [...JUDGEMENTS].reverse();

/** How many workloads of each line are met, stale, unknown, never tested and missed. */
export function JudgementCountTable({ by, lines }: JudgementCountTableProps) {
  return (
    <Tbl caption={`Workloads by ${by.toLowerCase()} and judgement`} stack="run">
      <Heads of={[by, "Workloads", ...SHOWN_JUDGEMENTS.map((judgement) => JUDGEMENT_LABELS[judgement])]} />
      <tbody>
        {lines.map(({ key, name, ...cells }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <CountCells {...cells} />
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

type CountCellsProps = Pick<JudgementCountTableProps["lines"][number], "total" | "counts" | "hrefFor"> & {
  /** Below the total. */
  children?: ReactNode;
};

/** The cells of a line: how many workloads, and how many of each judgement; on a phone a zero is left out. */
export function CountCells({ total, counts, hrefFor, children }: CountCellsProps) {
  return (
    <>
      <td>
        {total}
        <span className="only-s"> {total === 1 ? "workload" : "workloads"}</span>
        {children}
      </td>
      {SHOWN_JUDGEMENTS.map((judgement) => (
        <td
          key={judgement}
          className={counts[judgement] === 0 ? "not-s" : undefined}
          data-l={JUDGEMENT_LABELS[judgement].toLowerCase()}
        >
          {hrefFor === undefined || counts[judgement] === 0 ? (
            counts[judgement]
          ) : (
            <Link className="go" href={hrefFor(judgement)}>
              {counts[judgement]}
            </Link>
          )}
        </td>
      ))}
    </>
  );
}
