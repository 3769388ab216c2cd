import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProcessFields } from "@/components/processes/process-fields";
import { FormSection } from "@/components/ui/form-section";
import { PageHeader } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { processChoices } from "@/lib/processes/queries/processes";
import { changeProcessAction } from "../../actions";
import { loadProcess } from "../../load-process";

export const metadata: Metadata = { title: "Change a business process" };

type Props = { params: Promise<{ program: string; process: string }> };

export default async function EditProcessPage({ params }: Props) {
  const { program, process: id } = await params;
  const { actor, process } = await loadProcess(program, id);
  if (!can(actor, "workload:write")) notFound();
  const choices = await processChoices(actor);
  return (
    <>
      <PageHeader place={process} title={`Change ${process.name}`} />
      <FormSection
        id="process"
        title="The process"
        finding="What nobody knows stays empty and is shown as unknown."
        action={changeProcessAction.bind(null, program)}
        hidden={{ processId: process.id, version: process.version }}
        submit="Save"
        pending="Saving…"
        backHref={`/p/${program}/processes/${process.id}`}
      >
        <ProcessFields process={process} choices={choices} />
      </FormSection>
    </>
  );
}
