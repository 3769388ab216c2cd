import { EventRows } from "@/components/audit/event-rows";
import { Section } from "@/components/ui/page";
import { WorkloadRisks } from "@/components/workloads/workload-risks";
import { counted } from "@/lib/kernel/text";
import type { WorkloadTab } from "@/lib/workloads/rules/tabs";
import { CommentsOn } from "../../comments/comments-on";
import { DecisionsTab } from "./decisions-tab";
import { LinksTab } from "./links-tab";
import { OverviewTab } from "./overview-tab";
import { MeasurementsTab, PeopleTab, PlacesTab, RemediationTab, TenantsTab } from "./profile-tabs";
import { wholeHistory } from "./whole-history";
import type { WorkloadPageData } from "./workload-page-data";

/** The part of the workload that the address names. */
export function TabContent({ data, tab }: { data: WorkloadPageData; tab: WorkloadTab }) {
  switch (tab) {
    case "overview":
      return <OverviewTab data={data} />;
    case "decisions":
      return <DecisionsTab data={data} />;
    case "links":
      return <LinksTab data={data} />;
    case "people":
      return <PeopleTab data={data} />;
    case "places":
      return <PlacesTab data={data} />;
    case "measurements":
      return <MeasurementsTab data={data} />;
    case "remediation":
      return <RemediationTab data={data} />;
    case "tenants":
      return <TenantsTab data={data} />;
    case "risks":
      return <RisksTab data={data} />;
    case "history":
      return <HistoryTab data={data} />;
  }
}

function RisksTab({ data: { workload, home } }: { data: WorkloadPageData }) {
  const { risks } = workload;
  return (
    <Section
      title="Open risks"
      id="risks"
      finding={
        risks.length === 0 ? "No open risk is recorded for it." : `${counted(risks.length, "open risk")}.`
      }
    >
      {risks.length === 0 ? null : <WorkloadRisks risks={risks} risksPath={`${home}/risks`} />}
    </Section>
  );
}

async function HistoryTab({ data }: { data: WorkloadPageData }) {
  const { actor, workload } = data;
  const events = await wholeHistory(actor, workload.id, 100);
  return (
    <>
      <Section
        title="What happened"
        id="history"
        finding={events.length === 100 ? "The last 100 changes." : counted(events.length, "change")}
      >
        <EventRows events={events} zone={actor.zone} />
      </Section>
      <CommentsOn actor={actor} type="workload" id={workload.id} />
    </>
  );
}
