import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/ui/page";
import { WorkloadForm } from "@/components/workloads/workload-form";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { listFormChoices } from "@/lib/workloads/queries/options";
import { createWorkloadAction } from "../actions";

export const metadata: Metadata = { title: "Add a workload" };

export default async function NewWorkloadPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "workload:write")) notFound();
  const choices = await listFormChoices(actor);
  return (
    <div className="max-w-[640px]">
      <PageHeader
        title="Add a workload"
        why={
          <span>Only the name is needed. What you do not know yet, leave empty: it counts as unknown.</span>
        }
      />
      <WorkloadForm
        action={createWorkloadAction.bind(null, program)}
        choices={choices}
        backHref={`/p/${program}/workloads`}
        peopleHref={`/p/${program}/people#add`}
      />
    </div>
  );
}
