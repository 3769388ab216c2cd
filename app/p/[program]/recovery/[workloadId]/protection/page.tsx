import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ComponentFields } from "@/components/recovery/component-fields";
import { FormSection } from "@/components/ui/form-section";
import { PageHeader } from "@/components/ui/page";
import { setComponentsAction } from "../../actions";
import { loadProtection } from "../load";

export const metadata: Metadata = { title: "What protects it" };

type Props = { params: Promise<{ program: string; workloadId: string }> };

export default async function ProtectionPage({ params }: Props) {
  const { program, workloadId } = await params;
  const { workload, writes, path, protection } = await loadProtection(program, workloadId);
  if (!writes) notFound();
  return (
    <>
      <PageHeader
        eyebrow={workload.name}
        place={workload}
        title={protection.version === 0 ? "Record what protects it" : "Change what protects it"}
      />
      <FormSection
        id="parts"
        title="Protection by part"
        finding="What the design says, not what a drill proved. Of a part that does not apply only the note is kept."
        action={setComponentsAction.bind(null, program)}
        hidden={{ workloadId: workload.id, version: protection.version }}
        submit="Save what protects it"
        pending="Saving…"
        backHref={path}
      >
        {protection.components.map(({ design }) => (
          <ComponentFields key={design.kind} design={design} workload={workload.effective} />
        ))}
      </FormSection>
    </>
  );
}
