import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Tabs } from "@/components/ui/filters";
import { Section } from "@/components/ui/page";
import { PartnerFactList } from "@/components/workloads/workload-facts";
import { WorkloadBand, WorkloadHeader } from "@/components/workloads/workload-header";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { DUTIES } from "@/lib/profiles/model";
import { profileCounts } from "@/lib/profiles/queries/profile";
import { getWorkload } from "@/lib/workloads/queries/workload";
import { DECISIONS } from "@/lib/workloads/rules/decisions";
import { tabHref, type WorkloadTab, workloadTab } from "@/lib/workloads/rules/tabs";
import type { WorkloadView } from "@/lib/workloads/rules/view";
import { LinksTab } from "./links-tab";
import { TabContent } from "./tab-content";
import type { WorkloadPageData } from "./workload-page-data";

type Props = {
  params: Promise<{ program: string; id: string }>;
  searchParams: Promise<Partial<Record<"tab" | "needs" | "needed", string | string[]>>>;
};

/** The workload of an address with who asks, read once for title and page. */
const load = cache(async (program: string, id: string) => {
  const actor = await requireActor(program);
  const workload = await getWorkload(actor, id);
  if (workload === null) notFound();
  return { actor, workload };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { program, id } = await params;
  return { title: (await load(program, id)).workload.name };
}

export default async function WorkloadPage({ params, searchParams }: Props) {
  const { program, id } = await params;
  const { actor, workload } = await load(program, id);
  const home = `/p/${program}`;
  const path = `${home}/workloads/${id}`;
  const { tab: named, needs, needed } = await searchParams;
  const mayChange = can(actor, "workload:write");
  const data: WorkloadPageData = { actor, workload, home, path, mayChange, pages: { needs, needed } };
  const tab = workloadTab(named);
  return (
    <>
      <WorkloadHeader workload={workload} mayChange={data.mayChange} path={path} home={home} />
      <WorkloadBand
        workload={workload}
        wavesPath={`${home}/waves`}
        zone={actor.programZone}
        yourZone={actor.zone}
      />
      {workload.full ? <Parts data={data} tab={tab} /> : <Shared data={data} />}
    </>
  );
}

async function Parts({ data, tab }: { data: WorkloadPageData; tab: WorkloadTab }) {
  const { actor, workload, path } = data;
  const counts = await profileCounts(actor, workload.id);
  const decided = DECISIONS.filter((decision) => workload[decision] !== null).length;
  const items: readonly [WorkloadTab, string, (string | number)?][] = [
    ["overview", "Overview"],
    ["decisions", "Decisions", `${decided} of ${DECISIONS.length}`],
    ["links", "Links", workload.links],
    ["people", "People and duties", `${counts.dutiesKnown} of ${DUTIES.length}`],
    ["places", "Places"],
    ["measurements", "Measurements", counts.measurements],
    ["remediation", "Remediation", counts.remediationOpen],
    ["tenants", "Tenants", counts.tenantClasses],
    ["risks", "Risks", workload.risks.length],
    ["history", "History"],
  ];
  return (
    <>
      <Tabs
        label="Workload"
        items={items.map(([key, label, count]) => ({
          label,
          count,
          href: tabHref(path, key),
          current: key === tab,
        }))}
      />
      <TabContent data={data} tab={tab} />
    </>
  );
}

/** All that a partner sees: what was granted, and its links to what was granted. */
function Shared({ data }: { data: WorkloadPageData & { workload: WorkloadView } }) {
  return (
    <>
      <Section title="Facts" id="facts">
        <PartnerFactList workload={data.workload} />
      </Section>
      <LinksTab data={data} />
    </>
  );
}
