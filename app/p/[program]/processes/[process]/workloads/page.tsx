import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Choices } from "@/components/ui/choices";
import { namedOptions } from "@/components/ui/options";
import { PageHeader } from "@/components/ui/page";
import { ShownWorkloads } from "@/components/workloads/shown-workloads";
import { can } from "@/lib/access/policy";
import type { SearchParams } from "@/lib/kernel/search-params";
import { ownAndFound } from "../../../workloads/own-and-found";
import { carryProcessAction } from "../../actions";
import { loadProcess } from "../../load-process";

export const metadata: Metadata = { title: "Say which workloads carry a process" };

type Props = {
  params: Promise<{ program: string; process: string }>;
  searchParams: Promise<SearchParams>;
};

export default async function CarryingPage({ params, searchParams }: Props) {
  const { program, process: id } = await params;
  const { actor, process } = await loadProcess(program, id);
  if (!can(actor, "workload:write")) notFound();
  const { q } = await searchParams;
  const { text, own, others } = await ownAndFound(actor, process.workloads, q);
  const shown = [...own, ...others];
  return (
    <>
      <PageHeader place={process} eyebrow={process.name} title="Which workloads carry it?" />
      <ShownWorkloads
        id="workloads"
        finding="Those that carry it stand first, at most 100; below them what the search finds, at most 50. Only what is shown is changed. Each takes its targets unless it has its own."
        path={`/p/${program}/processes/${id}`}
        text={text}
        shown={shown}
        action={carryProcessAction.bind(null, program)}
        hidden={{ processId: id, version: process.version }}
        className="form spaced"
      >
        <Choices
          name="workloadIds"
          legend="Carry it"
          many
          options={namedOptions(shown)}
          defaultValues={process.workloads.map((one) => one.id)}
        />
      </ShownWorkloads>
    </>
  );
}
