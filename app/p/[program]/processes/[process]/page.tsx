import type { Metadata } from "next";
import { CarryingTable } from "@/components/processes/carrying-table";
import { FallbackPart } from "@/components/processes/fallback-part";
import { Button } from "@/components/ui/button";
import { Missing } from "@/components/ui/missing";
import { Duration } from "@/components/ui/moment";
import { Facts, PageHeader, Section } from "@/components/ui/page";
import { Paged } from "@/components/ui/paged";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import type { SearchParams } from "@/lib/kernel/search-params";
import { counted } from "@/lib/kernel/text";
import type { ProcessView } from "@/lib/processes/model";
import { acknowledgeBlockers } from "@/lib/processes/rules/fallback";
import { CRITICALITY_LABELS } from "@/lib/workloads/labels";
import { BesideHistory } from "../../audit/beside-history";
import { CommentsOn } from "../../comments/comments-on";
import { acknowledgeFallbackAction } from "../actions";
import { loadProcess } from "../load-process";

type Props = {
  params: Promise<{ program: string; process: string }>;
  searchParams: Promise<SearchParams>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { program, process: id } = await params;
  return { title: (await loadProcess(program, id)).process.name };
}

export default async function ProcessPage({ params, searchParams }: Props) {
  const { program, process: id } = await params;
  const { cleared, page } = await searchParams;
  const { actor, process } = await loadProcess(program, id);
  const path = `/p/${program}/processes/${id}`;
  const writes = can(actor, "workload:write");
  return (
    <>
      <PageHeader
        eyebrow="Business process"
        title={process.name}
        place={process}
        why={process.description === "" ? undefined : <span>{process.description}</span>}
        actions={writes ? <Button href={`${path}/edit`}>Edit</Button> : undefined}
      />
      <ProcessBand process={process} />
      <BesideHistory actor={actor} type="process" id={id}>
        <FallbackPart
          process={process}
          zone={actor.programZone}
          cleared={cleared === "1"}
          action={mayAcknowledge(process, actor) ? acknowledgeFallbackAction.bind(null, program) : undefined}
        />
        <Section
          id="workloads"
          title="Workloads that carry it"
          finding={
            process.workloads.length === 0
              ? "None recorded: its targets reach no workload."
              : `${counted(process.workloads.length, "workload")}. Each takes the strictest of its processes unless it has a target of its own.`
          }
          actions={
            writes ? (
              <Button href={`${path}/workloads`} size="sm">
                Say which carry it
              </Button>
            ) : undefined
          }
        >
          {process.workloads.length === 0 ? null : (
            <Paged rows={process.workloads} page={page} hrefFor={(to) => `${path}?page=${to}#workloads`}>
              {(rows) => (
                <CarryingTable
                  caption={`Workloads that carry ${process.name}`}
                  rows={rows}
                  workloadsPath={`/p/${program}/workloads`}
                  asks={{ rto: process.rtoMinutes, rpo: process.rpoMinutes }}
                />
              )}
            </Paged>
          )}
        </Section>
        <CommentsOn actor={actor} type="process" id={id} />
      </BesideHistory>
    </>
  );
}

function ProcessBand({ process }: { process: ProcessView }) {
  return (
    <Facts
      even
      facts={[
        { label: "Owner", value: process.owner?.name ?? <b className="miss">no owner</b> },
        {
          label: "Criticality",
          value: process.criticality === null ? <Missing /> : CRITICALITY_LABELS[process.criticality],
        },
        {
          label: "May stand still (RTO)",
          value: <Duration minutes={process.rtoMinutes} missing="not stated" />,
        },
        { label: "May lose (RPO)", value: <Duration minutes={process.rpoMinutes} missing="not stated" /> },
      ]}
    />
  );
}

function mayAcknowledge({ fallback, acknowledged, owner, ...process }: ProcessView, actor: Actor): boolean {
  const subject = { type: "process", id: process.id, label: process.name };
  const acknowledgedAt = acknowledged?.at ?? null;
  return acknowledgeBlockers({ fallback, acknowledgedAt, owner }, actor, subject).length === 0;
}
