import { EventRows } from "@/components/audit/event-rows";
import { Section, WithSide } from "@/components/ui/page";
import { DecisionList } from "@/components/workloads/decision-list";
import { can } from "@/lib/access/policy";
import { historyOf } from "@/lib/audit/queries/events";
import { getStandingOf } from "@/lib/workloads/queries/claim-dates";
import { decisionHistory } from "@/lib/workloads/rules/decisions";
import type { WorkloadPageData } from "./workload-page-data";

const EVENTS_READ = 200;

/** The four decisions, what speaks against them, and how they came about. */
export async function DecisionsTab({ data }: { data: WorkloadPageData }) {
  const { actor, workload, path, mayChange } = data;
  const [{ dates }, events] = await Promise.all([
    getStandingOf(actor, workload.id),
    can(actor, "history:read") ? historyOf(actor, "workload", workload.id, EVENTS_READ) : Promise.resolve([]),
  ]);
  const history = decisionHistory(events);
  const told = [...new Set(history.map((one) => one.event))];
  return (
    <WithSide
      label="How the decisions came about"
      side={
        <Section title="How they came about" level={3}>
          <EventRows events={told} zone={actor.zone} />
        </Section>
      }
    >
      <DecisionList
        workload={workload}
        dates={dates}
        zone={actor.zone}
        history={history}
        editHref={mayChange ? `${path}/edit?part=decisions` : undefined}
      />
    </WithSide>
  );
}
