import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/ui/page";
import { WorkloadForm } from "@/components/workloads/workload-form";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { listFormChoices } from "@/lib/workloads/queries/options";
import { getWorkload } from "@/lib/workloads/queries/workload";
import { changeWorkloadAction } from "../../actions";

export const metadata: Metadata = { title: "Change a workload" };

export default async function EditWorkloadPage({
  params,
}: {
  params: Promise<{ program: string; id: string }>;
}) {
  const { program, id } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "workload:write")) notFound();
  const workload = await getWorkload(actor, id);
  if (workload === null) notFound();
  const choices = await listFormChoices(actor);
  return (
    <div className="max-w-[720px]">
      <PageHeader title={`Change ${workload.name}`} />
      <WorkloadForm
        action={changeWorkloadAction.bind(null, program, id)}
        choices={choices}
        workload={workload}
        backHref={`/p/${program}/workloads/${id}`}
        membersHref={`/p/${program}/members`}
      />
    </div>
  );
}
