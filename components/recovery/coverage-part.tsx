import { JudgementCountTable } from "@/components/recovery/judgement-count-table";
import { Link } from "@/components/ui/link";
import { Figure, Figures } from "@/components/ui/measure";
import { Section } from "@/components/ui/page";
import { Verdict } from "@/components/ui/status";
import { counted } from "@/lib/kernel/text";
import type { Judgement, RecoveryCoverage } from "@/lib/recovery/model";
import { weightedShare } from "@/lib/recovery/rules/coverage";
import { CRITICALITY_LABELS } from "@/lib/workloads/labels";

type Props = { coverage: RecoveryCoverage; hrefFor: (judged: Judgement) => string };

/** How much of the estate is proven recoverable: by count, by weight, by criticality, and what is unknown apart. */
export function CoveragePart({ coverage, hrefFor }: Props) {
  const { total, counts } = coverage;
  const { share, unweighted } = weightedShare(coverage);
  const part = (count: number) => (total === 0 ? null : count / total);
  return (
    <Section
      id="coverage"
      title="How much is proven"
      finding="Only a drill proves recovery; a target says what was promised, a claim what somebody says."
    >
      <Figures>
        <Figure
          label="Proven recoverable"
          value={total === 0 ? null : counts.met}
          of={`of ${total}`}
          meter={{ value: part(counts.met), target: 1 }}
          change={<Link href={hrefFor("met")}>{counted(counts.met, "workload")} with both targets met</Link>}
        />
        <Figure
          label="Weighted by criticality"
          value={share === null ? null : `${Math.floor(share * 100)} %`}
          meter={{ value: share, target: 1 }}
          change={
            unweighted === 0
              ? "Every workload has its weight"
              : `${counted(unweighted, "workload")} of unknown criticality not weighted`
          }
        />
        <Figure
          label="Missed or stale"
          value={total === 0 ? null : counts.missed + counts.stale}
          of={`of ${total}`}
          meter={{ value: part(counts.missed + counts.stale), target: 0 }}
          change={
            <>
              <Link href={hrefFor("missed")}>{counts.missed} missed</Link>
              <span className="stop">, </span>
              <Link href={hrefFor("stale")}>{counts.stale} stale</Link>
            </>
          }
        />
        <Figure
          label="Not known"
          value={total === 0 ? null : counts.never_tested + counts.unknown}
          of={`of ${total}`}
          meter={{ value: null }}
          change={
            <>
              <Link href={hrefFor("never_tested")}>{counts.never_tested} never tested</Link>
              <span className="stop">, </span>
              <Link href={hrefFor("unknown")}>{counts.unknown} unknown</Link>
            </>
          }
        />
      </Figures>
      {total === 0 ? null : <ByCriticality coverage={coverage} />}
      <HowMade />
    </Section>
  );
}

function ByCriticality({ coverage }: { coverage: RecoveryCoverage }) {
  const lines = coverage.byCriticality.map(({ criticality, total, counts }) => ({
    key: criticality ?? "unknown",
    name:
      criticality === null ? (
        <Verdict tone="unk">Criticality unknown</Verdict>
      ) : (
        CRITICALITY_LABELS[criticality]
      ),
    total,
    counts,
  }));
  return (
    <div style={{ marginTop: 24 }}>
      <JudgementCountTable by="Criticality" lines={lines} />
    </div>
  );
}

function HowMade() {
  return (
    <details className="mt-3">
      <summary className="dense">How this is counted</summary>
      <p className="soft dense" style={{ marginTop: 8, maxWidth: 720 }}>
        The newest restore, failover, full rebuild or game day that was not withdrawn counts. Met: recovery
        time and recovery point are both proven within their targets, by a drill no older than the tier
        allows. Missed: longer than the target, or not reached. Stale: proven once, too long ago. Unknown: a
        target is missing, the drill did not measure, or the tier does not say how often to drill. In the
        weighted share revenue counts three times, operational twice, support once; it is rounded down.
      </p>
    </details>
  );
}
