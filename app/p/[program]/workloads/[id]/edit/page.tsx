import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/ui/page";
import { WorkloadForm } from "@/components/workloads/workload-form";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { listFormChoices } from "@/lib/workloads/queries/options";
import { getWorkload } from "@/lib/workloads/queries/workload";
import { FACT_GROUPS } from "@/lib/workloads/rules/fields";
import { tabHref } from "@/lib/workloads/rules/tabs";
import { changeWorkloadAction } from "../../actions";

export const metadata: Metadata = { title: "Change a workload" };

type Props = {
  params: Promise<{ program: string; id: string }>;
  searchParams: Promise<{ part?: string | string[] }>;
};

export default async function EditWorkloadPage({ params, searchParams }: Props) {
  const { program, id } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "workload:write")) notFound();
  const workload = await getWorkload(actor, id);
  if (workload === null) notFound();
  const [choices, { part }] = await Promise.all([listFormChoices(actor), searchParams]);
  const only = FACT_GROUPS.find((group) => group === part);
  const tab = only === "decisions" ? "decisions" : "overview";
  const backHref = tabHref(`/p/${program}/workloads/${id}`, tab);
  return (
    <div className="max-w-[640px]">
      <PageHeader place={workload} title={`Change ${workload.name}`} />
      <WorkloadForm
        action={changeWorkloadAction.bind(null, program, { workloadId: id, tab })}
        choices={choices}
        workload={workload}
        only={only}
        backHref={backHref}
        peopleHref={`/p/${program}/people#add`}
      />
    </div>
  );
}
