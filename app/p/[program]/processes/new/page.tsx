import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProcessFields } from "@/components/processes/process-fields";
import { FormSection } from "@/components/ui/form-section";
import { PageHeader } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { processChoices } from "@/lib/processes/queries/processes";
import { createProcessAction } from "../actions";

export const metadata: Metadata = { title: "Add a business process" };

export default async function NewProcessPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "workload:write")) notFound();
  const choices = await processChoices(actor);
  return (
    <>
      <PageHeader title="Add a business process" why={<span>The workloads that carry it come next.</span>} />
      <FormSection
        id="process"
        title="The process"
        finding="What nobody knows stays empty and is shown as unknown."
        action={createProcessAction.bind(null, program)}
        submit="Add the process"
        pending="Adding…"
        backHref={`/p/${program}/processes`}
      >
        <ProcessFields choices={choices} />
      </FormSection>
    </>
  );
}
