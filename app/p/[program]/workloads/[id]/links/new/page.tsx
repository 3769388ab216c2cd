import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NewLinkForm } from "@/components/dependencies/link-form";
import { PageHeader } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { isId } from "@/lib/kernel/new-id";
import { workloadName } from "@/lib/workloads/queries/lookup";
import { recordLinkAction } from "../../../actions";

export const metadata: Metadata = { title: "Record a link" };

export default async function NewLinkPage({ params }: { params: Promise<{ program: string; id: string }> }) {
  const { program, id } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "dependency:write")) notFound();
  const workload = isId(id) ? await workloadName(actor, id) : null;
  if (workload === null) notFound();
  return (
    <div className="max-w-[640px]">
      <PageHeader place={{ id, name: workload }} title="Record a link" eyebrow={workload} />
      <NewLinkForm
        action={recordLinkAction.bind(null, program, id)}
        workload={workload}
        namesSource={`/api/p/${program}/workloads/names`}
        backHref={`/p/${program}/workloads/${id}`}
      />
    </div>
  );
}
