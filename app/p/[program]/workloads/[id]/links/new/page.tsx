import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NewLinkForm } from "@/components/dependencies/link-form";
import { PageHeader } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { listWorkloadNames } from "@/lib/workloads/queries/options";
import { recordLinkAction } from "../../../actions";

export const metadata: Metadata = { title: "Record a link" };

export default async function NewLinkPage({ params }: { params: Promise<{ program: string; id: string }> }) {
  const { program, id } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "dependency:write")) notFound();
  const names = await listWorkloadNames(actor);
  const workload = names.find((one) => one.value === id);
  if (workload === undefined) notFound();
  return (
    <div className="max-w-[720px]">
      <PageHeader title="Record a link" eyebrow={workload.label} />
      <NewLinkForm
        action={recordLinkAction.bind(null, program, id)}
        workload={workload.label}
        others={names.filter((one) => one.value !== id)}
        backHref={`/p/${program}/workloads/${id}`}
      />
    </div>
  );
}
