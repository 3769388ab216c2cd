import { EventMoment } from "@/components/audit/event-moment";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/page";
import { Callout } from "@/components/ui/states";
import { Origin } from "@/components/workloads/fact-sheet";
import {
  CUTOVER_SENTENCES,
  DISPOSITION_SENTENCES,
  FACT_LABELS,
  HOSTING_SENTENCES,
  TENANCY_SENTENCES,
} from "@/lib/workloads/labels";
import {
  DECISIONS,
  type Decision,
  type DecisionEvent,
  decisionWord,
  type Objection,
  objectionsTo,
  REASON_OF,
} from "@/lib/workloads/rules/decisions";
import type { ClaimDates } from "@/lib/workloads/rules/origins";
import { factsOf, type WorkloadView } from "@/lib/workloads/rules/view";

type Props = {
  workload: WorkloadView;
  dates: ClaimDates;
  zone: string;
  /** Every time a decision was stated, the newest first. */
  history: readonly DecisionEvent[];
  editHref?: string | undefined;
};

const ASKS: Record<Decision, string> = {
  disposition: "What happens to it: does it stay, go, move or change?",
  hosting: "In how many places it runs, and what happens when one is lost.",
  tenancy: "Whether it shares its installation with others.",
  cutoverPattern: "How people change over from the old one to the new one.",
};

/** The four decisions about a workload: what, why, and who decided when. */
export function DecisionList({ workload, dates, zone, history, editHref }: Props) {
  const facts = factsOf(workload);
  const objections = objectionsTo(facts);
  return DECISIONS.map((decision) => {
    const word = decisionWord(facts, decision);
    const reason = facts[REASON_OF[decision]];
    return (
      <Section
        key={decision}
        id={decision}
        title={FACT_LABELS[decision]}
        finding={ASKS[decision]}
        actions={
          editHref === undefined ? undefined : (
            <Link href={editHref}>{word === null ? "Decide" : "Change"}</Link>
          )
        }
      >
        {word === null ? (
          <p className="big3 never">Undecided</p>
        ) : (
          <>
            <p className="big3">{word}</p>
            <p className="soft">{meaningOf(workload, decision)}</p>
            <p style={{ marginTop: 12, maxWidth: 720 }}>
              {reason ?? <span className="miss">No reason is recorded.</span>}
            </p>
            <p className="mute small" style={{ marginTop: 4 }}>
              <DecidedBy
                latest={history.find((one) => one.decision === decision)}
                source={workload.origins[decision]}
                {...{ decision, dates, zone }}
              />
            </p>
          </>
        )}
        <Objections list={objections.filter((one) => one.decision === decision)} />
      </Section>
    );
  });
}

function DecidedBy({
  latest,
  source,
  decision,
  dates,
  zone,
}: {
  latest: DecisionEvent | undefined;
  source: string | undefined;
  decision: Decision;
  dates: ClaimDates;
  zone: string;
}) {
  if (source !== undefined)
    return <Origin source={source} dates={dates} field={{ key: decision }} zone={zone} />;
  if (latest === undefined) return "Stated by a person.";
  return (
    <>
      Decided by {latest.event.body.actor.name}, <EventMoment event={latest.event} zone={zone} />
    </>
  );
}

function Objections({ list }: { list: readonly Objection[] }) {
  return list.map((one) => (
    <div className="mt-4" key={one.title}>
      <Callout tone={one.answer === null ? "risk" : "unk"} title={one.title}>
        <p>{one.because}</p>
        <p>
          {one.answer === null
            ? "Give the reason it is done all the same, or decide otherwise."
            : "It stands all the same, for the reason above."}
        </p>
      </Callout>
    </div>
  ));
}

function meaningOf(workload: WorkloadView, decision: Decision): string | null {
  const { disposition, hosting, tenancy, cutoverPattern } = workload;
  switch (decision) {
    case "disposition":
      return disposition && DISPOSITION_SENTENCES[disposition];
    case "hosting":
      return hosting && HOSTING_SENTENCES[hosting];
    case "tenancy":
      return tenancy && TENANCY_SENTENCES[tenancy];
    case "cutoverPattern":
      return cutoverPattern && CUTOVER_SENTENCES[cutoverPattern];
  }
}
