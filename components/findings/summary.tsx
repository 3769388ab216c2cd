import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/page";
import { Rows } from "@/components/ui/sheet-parts";
import type { Completeness, Finding } from "@/lib/findings/model";
import { CATALOGUE, findingPlace, findingTitle } from "@/lib/findings/rules/catalogue";
import { CompletenessLine } from "./completeness-line";

type Props = { completeness: Completeness; heaviest: readonly Finding[]; base: string };

/** Data health in short: how much is known, and the three findings that weigh most. */
export function DataHealthSummary({ completeness, heaviest, base }: Props) {
  return (
    <Section
      title="Data health"
      id="made"
      finding={<CompletenessLine completeness={completeness} />}
      actions={
        <Link className="go" href={`${base}/data-health`}>
          All findings
        </Link>
      }
    >
      {heaviest.length === 0 ? (
        <p className="soft dense">
          {completeness.workloads === 0
            ? "No finding: there is nothing to judge."
            : "Nothing is found missing."}
        </p>
      ) : (
        <Rows dense>
          {heaviest.map((finding) => (
            <li key={finding.kind}>
              <Link href={`${base}/${findingPlace(finding.kind)}`}>
                {findingTitle(finding.kind, finding.count)}
              </Link>
              <span className="sub">{CATALOGUE[finding.kind].why}</span>
            </li>
          ))}
        </Rows>
      )}
    </Section>
  );
}
