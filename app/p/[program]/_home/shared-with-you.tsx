import { Link } from "@/components/ui/link";
import { PageHeader, Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import { WaveList } from "@/components/waves/wave-list";
import type { Actor } from "@/lib/access/model";
import { listWaves } from "@/lib/waves/queries/list-waves";
import { listWorkloadNames } from "@/lib/workloads/queries/options";

/** A partner's home: the workloads they were given, and when those move. */
export async function SharedWithYou({ actor }: { actor: Actor }) {
  const base = `/p/${actor.programSlug}`;
  const [workloads, waves] = await Promise.all([listWorkloadNames(actor), listWaves(actor)]);
  return (
    <>
      <PageHeader title="Shared with you" eyebrow={actor.programName} />
      {workloads.length === 0 ? (
        <EmptyState title="Nothing is shared with you yet">
          A program manager chooses the workloads that you may see.
        </EmptyState>
      ) : (
        <>
          <Section title="Workloads" id="workloads">
            <ul className="rows dense">
              {workloads.map((workload) => (
                <li key={workload.value}>
                  <Link href={`${base}/workloads/${workload.value}`}>{workload.label}</Link>
                </li>
              ))}
            </ul>
          </Section>
          <Section title="When they move" id="waves">
            <WaveList waves={waves} base={`${base}/waves`} zone={actor.zone} />
          </Section>
        </>
      )}
    </>
  );
}
