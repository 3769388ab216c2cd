import Link from "next/link";
import type { ReactNode } from "react";
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
const SHOWN = [...JUDGEMENTS].reverse();

/** How many workloads of each line are met, stale, unknown, never tested and missed. */
export function JudgementCountTable({ by, lines }: JudgementCountTableProps) {
  return (
    <Tbl caption={`Workloads by ${by.toLowerCase()} and judgement`} roomy>
      <Heads of={[by, "Workloads", ...SHOWN.map((judgement) => JUDGEMENT_LABELS[judgement])]} />
      <tbody>
        {lines.map(({ key, name, total, counts, hrefFor }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td data-l="Workloads:">{total}</td>
            {SHOWN.map((judgement) => (
              <td
                key={judgement}
                className={counts[judgement] === 0 ? "not-s" : undefined}
                data-l={`${JUDGEMENT_LABELS[judgement]}:`}
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
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}
