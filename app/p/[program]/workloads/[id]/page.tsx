import { notFound } from "next/navigation";
import { EventRows } from "@/components/audit/event-rows";
import { LinkTable } from "@/components/dependencies/link-table";
import { Button } from "@/components/ui/button";
import { Section, WithSide } from "@/components/ui/page";
import { Callout } from "@/components/ui/states";
import { Responsibilities, WorkloadFactList } from "@/components/workloads/workload-facts";
import { WorkloadBand, WorkloadHeader } from "@/components/workloads/workload-header";
import { WorkloadRisks } from "@/components/workloads/workload-risks";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { historyOf } from "@/lib/audit/queries/events";
import { requireActor } from "@/lib/auth/require-actor";
import type { LinksOf } from "@/lib/dependencies/model";
import { listCycleOf, listLinksOf } from "@/lib/dependencies/queries/links";
import { counted, listed } from "@/lib/kernel/text";
import { getWorkload } from "@/lib/workloads/queries/workload";
import type { WorkloadView } from "@/lib/workloads/rules/view";

type Props = { params: Promise<{ program: string; id: string }> };

export default async function WorkloadPage({ params }: Props) {
  const { program, id } = await params;
  const actor = await requireActor(program);
  const workload = await getWorkload(actor, id);
  if (workload === null) notFound();
  const [links, cycle, history] = await Promise.all([
    listLinksOf(actor, id),
    listCycleOf(actor, id),
    can(actor, "history:read") ? historyOf(actor, "workload", id, 20) : Promise.resolve([]),
  ]);
  const home = `/p/${program}`;
  const path = `${home}/workloads/${id}`;
  return (
    <>
      <WorkloadHeader workload={workload} mayChange={can(actor, "workload:write")} path={path} />
      <WorkloadBand
        workload={workload}
        wavesPath={`${home}/waves`}
        zone={actor.programZone}
        yourZone={actor.zone}
      />
      <WithSide
        label="Who answers for it and what happened"
        side={<Side {...{ actor, workload, history }} />}
      >
        <Links actor={actor} workload={workload} links={links} cycle={cycle} home={home} />
        {workload.full ? <Risks workload={workload} home={home} /> : null}
        <Section title="Facts" id="facts">
          <WorkloadFactList workload={workload} />
        </Section>
      </WithSide>
    </>
  );
}

type LinksProps = {
  actor: Actor;
  workload: WorkloadView;
  links: LinksOf;
  cycle: readonly { id: string; name: string }[];
  home: string;
};

function Links({ actor, workload, links, cycle, home }: LinksProps) {
  const path = `${home}/workloads/${workload.id}/links`;
  const mayWrite = can(actor, "dependency:write");
  const table = {
    wave: workload.wave?.number ?? null,
    workloadsPath: `${home}/workloads`,
    editPath: mayWrite ? path : undefined,
  };
  const add = mayWrite ? (
    <Button href={`${path}/new`} size="sm">
      Record a link
    </Button>
  ) : undefined;
  return (
    <>
      <Section
        title="Depends on"
        id="upstream"
        finding={finding(links.upstream.length, "it needs")}
        actions={add}
      >
        {cycle.length === 0 ? null : (
          <Callout tone="risk" title="It is part of a circle">
            {`It and ${listed(cycle.map((one) => one.name))} need each other, so they move and recover together.`}
          </Callout>
        )}
        {links.upstream.length === 0 ? null : (
          <LinkTable
            caption={`What ${workload.name} depends on`}
            head="Depends on"
            links={links.upstream}
            {...table}
          />
        )}
      </Section>
      <Section title="Needed by" id="downstream" finding={finding(links.downstream.length, "that need it")}>
        {links.downstream.length === 0 ? null : (
          <LinkTable
            caption={`What needs ${workload.name}`}
            head="Needed by"
            links={links.downstream}
            {...table}
          />
        )}
      </Section>
    </>
  );
}

function Risks({ workload, home }: { workload: WorkloadView; home: string }) {
  const { risks } = workload;
  return (
    <Section
      title="Risks"
      id="risks"
      finding={
        risks.length === 0 ? "No open risk is recorded for it." : `${counted(risks.length, "open risk")}.`
      }
    >
      {risks.length === 0 ? null : <WorkloadRisks risks={risks} risksPath={`${home}/risks`} />}
    </Section>
  );
}

type SideProps = { actor: Actor; workload: WorkloadView; history: Awaited<ReturnType<typeof historyOf>> };

function Side({ actor, workload, history }: SideProps) {
  return (
    <>
      {workload.full ? (
        <Section title="Who answers for it" level={3}>
          <Responsibilities workload={workload} />
        </Section>
      ) : null}
      {can(actor, "history:read") ? (
        <Section title="History" level={3} id="history">
          <EventRows events={history} zone={actor.zone} />
        </Section>
      ) : null}
    </>
  );
}

function finding(count: number, what: string): string {
  if (count > 0) return `${counted(count, "workload")} ${what}.`;
  return "None recorded. That is not the same as none: nobody may have looked.";
}
